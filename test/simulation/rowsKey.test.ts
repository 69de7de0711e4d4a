import { describe, expect, it } from 'vitest'
import { rowsKey } from '../../src/simulation/rowsKey.ts'

describe('the key of a table', () => {
  it('is the same for the same numbers', () => {
    expect(rowsKey([[1, 2], [3, 4]])).toBe(rowsKey([[1, 2], [3, 4]])) // prettier-ignore
    expect(rowsKey([])).toBe(rowsKey([]))
  })

  it('tells shapes, orders and the last bit apart', () => {
    const tables = [
      [],
      [[1, 2, 3, 4]],
      [[1], [2], [3], [4]],
      [[1, 2], [3, 4]],
      [[2, 1], [3, 4]],
      [[3, 4], [1, 2]],
      [[1, 2], [3, 4 + 2 ** -50]],
      [[-1, 2], [3, 4]],
      [[0], [0]],
      [[0], [-0]],
    ] // prettier-ignore
    expect(new Set(tables.map(rowsKey)).size).toBe(tables.length)
  })

  it('is no other for any of ten thousand tables that differ in one round number', () => {
    const keys = new Set<string>()
    for (let place = 0; place < 100; place++)
      for (let value = 1; value <= 100; value++)
        keys.add(rowsKey(Array.from({ length: 100 }, (_, i) => [i === place ? 1024 * value : 0])))
    expect(keys.size).toBe(10_000)
  })
})
