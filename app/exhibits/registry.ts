import type { AnyExhibit } from './contract.ts'

export interface Registered {
  /** The name of the folder. */
  readonly id: string
  readonly exhibit: AnyExhibit
}

const found = import.meta.glob<AnyExhibit>('./*/index.ts', { eager: true, import: 'default' })

/** Every exhibit beside this file, in the order of the page. */
export const exhibits: readonly Registered[] = Object.entries(found)
  .map(([path, exhibit]) => ({ id: path.split('/')[1] ?? path, exhibit }))
  .sort((a, b) => a.exhibit.order - b.exhibit.order)
