import { describe, expect, it } from 'vitest'
import { batchCount, batchOf, shuffledTraining } from '../../src/data/batches.ts'
import { shippedDigits } from '../support/digits.ts'

const digits = shippedDigits()

describe('mini-batches of the training images', () => {
  it('are as many as fit whole: 54 of 24, 40 of 32, 1,297 of 1, 5 of 256', () => {
    expect([24, 32, 1, 256].map((size) => batchCount(digits, size))).toEqual([54, 40, 1297, 5])
  })

  it.each([1, 24, 32, 256])(
    'of %i hold different training images, none twice in a pass',
    (size) => {
      const seen = new Set<number>()
      const batches = batchCount(digits, size)
      for (let index = 0; index < batches; index++) {
        const batch = batchOf(digits, size, index, 16)
        expect(batch.length).toBe(size)
        for (const image of batch) seen.add(image)
      }
      expect(seen.size).toBe(batches * size)
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...seen)).toBeLessThan(1297)
    },
  )

  it('are cuts of one seeded order, whatever the size', () => {
    const order = shuffledTraining(digits, 16)
    expect(batchOf(digits, 24, 2, 16)).toEqual(order.slice(48, 72))
    expect(batchOf(digits, 32, 1, 16)).toEqual(order.slice(32, 64))
  })

  it('differ from seed to seed and from epoch to epoch, and repeat for the same', () => {
    expect(batchOf(digits, 24, 0, 16)).toEqual(batchOf(digits, 24, 0, 16))
    expect(batchOf(digits, 24, 0, 16)).not.toEqual(batchOf(digits, 24, 0, 17))
    expect(shuffledTraining(digits, 16, 1)).not.toEqual(shuffledTraining(digits, 16))
  })

  it('outside the data set are refused', () => {
    expect(() => batchOf(digits, 24, 54, 16)).toThrow(
      new RangeError('index must be a whole number from 0 to 53, got 54'),
    )
    expect(() => batchOf(digits, 24, -1, 16)).toThrow(RangeError)
    expect(() => batchOf(digits, 24, 0.5, 16)).toThrow('got 0.5')
    expect(() => batchCount(digits, 0)).toThrow(
      new RangeError('size must be a whole number from 1 to 1297, got 0'),
    )
    expect(() => batchCount(digits, 1298)).toThrow('got 1298')
    expect(() => batchCount(digits, NaN)).toThrow('got NaN')
  })
})
