import type { Card } from '../../src/exhibit/card.ts'
import type { AnyExhibit } from './contract.ts'

/** An exhibit that the page knows of, and loads when it wants it. */
export interface Listed {
  /** The name of the folder. */
  readonly id: string
  readonly card: Card
  readonly load: () => Promise<AnyExhibit>
}

const cards = import.meta.glob<Card>('./*/card.ts', { eager: true, import: 'card' })
const modules = import.meta.glob<AnyExhibit>('./*/index.ts', { import: 'default' })

/** Every exhibit beside this file, in the order of the page. */
export const exhibits: readonly Listed[] = Object.entries(cards)
  .flatMap(([path, card]) => {
    const id = path.split('/')[1] ?? path
    const load = modules[`./${id}/index.ts`]
    return load ? [{ id, card, load }] : []
  })
  .toSorted((a, b) => a.card.order - b.card.order)
