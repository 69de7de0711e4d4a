import { useEffect, useState } from 'react'
import type { OtherViews } from './otherViews.ts'

let loaded: OtherViews | undefined
let loading: Promise<OtherViews> | undefined

/** @throws what the browser says where the file does not arrive; the next call tries again */
export function loadOtherViews(): Promise<OtherViews> {
  loading ??= import('./otherViews.ts').then(
    (found) => (loaded = found.otherViews),
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

/**
 * The pictures beside the rails, as soon as they are there.
 * @throws where they are wanted and did not arrive
 */
export function useOtherViews(wanted: boolean): OtherViews | undefined {
  const [views, setViews] = useState(loaded)
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    if (views) return
    let here = true
    loadOtherViews().then(
      (found) => here && setViews(found),
      // What was only fetched beforehand is asked for once more when it is wanted.
      (error: unknown) => here && wanted && setTrouble(error),
    )
    return () => {
      here = false
    }
  }, [views, wanted])
  if (wanted && trouble !== undefined && !views) throw trouble
  return views
}
