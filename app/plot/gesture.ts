import { createContext, useContext } from 'react'

/** Whether a pointer or a key is at work anywhere: a control may be in a hand that the picture does not see. The shell provides it. */
export const GestureActive = createContext<() => boolean>(() => false)

export function useGestureActive(): () => boolean {
  return useContext(GestureActive)
}
