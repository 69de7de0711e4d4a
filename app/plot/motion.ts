import { createContext, useContext } from 'react'

/** True where the reader, the system or the address asked for no motion; the shell provides it. */
export const ReducedMotion = createContext(false)

export function useReducedMotion(): boolean {
  return useContext(ReducedMotion)
}

/** Zero first and second derivative at both ends (manim's `smooth`). */
export function smooth(t: number): number {
  if (t <= 0) return 0
  if (t >= 1) return 1
  const s = 1 - t
  return t ** 3 * (10 * s ** 2 + 5 * s * t + t ** 2)
}

/** Cubic in and out, for a number set by a button. */
export function cubic(t: number): number {
  if (t <= 0) return 0
  if (t >= 1) return 1
  return t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2
}
