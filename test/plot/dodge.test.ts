import { describe, expect, it } from 'vitest'
import { dodge } from '../../app/plot/dodge.ts'
import { createRandom } from '../../src/random/random.ts'

const label = (centre: number, size = 20) => ({ centre, size })

describe('dodge', () => {
  it('labels that have room stand where they want to', () => {
    expect(dodge([label(70), label(20)], 4, 0, 100)).toEqual([70, 20])
  })

  it('two labels that want one place share the way apart', () => {
    expect(dodge([label(50), label(50)], 4, 0, 100)).toEqual([38, 62])
  })

  it('a label at the edge moves inside, and pushes its neighbour along', () => {
    expect(dodge([label(2), label(12)], 4, 0, 100)).toEqual([10, 34])
    expect(dodge([label(99), label(85)], 4, 0, 100)).toEqual([90, 66])
  })

  it('what does not fit overlaps evenly rather than leave the line', () => {
    const places = dodge([label(50, 40), label(50, 40), label(50, 40)], 4, 0, 100)
    expect(places).toEqual([20, 50, 80])
  })

  it('no label: nothing to place', () => {
    expect(dodge([], 4, 0, 10)).toEqual([])
  })

  it.each([1, 2, 3, 4])(
    'never collides and never leaves the line while it can, seed %i',
    (seed) => {
      const random = createRandom(seed)
      const labels = Array.from({ length: 6 }, () =>
        label(300 * random.uniform(), 10 + 30 * random.uniform()),
      )
      const places = dodge(labels, 5, 0, 300)
      const edges = places
        .map((centre, i) => [centre - labels[i]!.size / 2, centre + labels[i]!.size / 2] as const)
        .sort((a, b) => a[0] - b[0])
      expect(edges[0]![0]).toBeGreaterThanOrEqual(-1e-9)
      expect(edges.at(-1)![1]).toBeLessThanOrEqual(300 + 1e-9)
      for (let k = 1; k < edges.length; k++)
        expect(edges[k]![0] - edges[k - 1]![1]).toBeGreaterThan(5 - 1e-6)
    },
  )
})
