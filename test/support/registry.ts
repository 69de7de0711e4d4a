import type { AnyExhibit } from '../../app/exhibits/contract.ts'
import { exhibits as listed } from '../../app/exhibits/registry.ts'

export interface Registered {
  readonly id: string
  readonly exhibit: AnyExhibit
}

/** Every exhibit of the registry, loaded. */
export const exhibits: readonly Registered[] = await Promise.all(
  listed.map(async ({ id, load }) => {
    const exhibit = await load()
    await exhibit.preload?.()
    return { id, exhibit }
  }),
)
