import { describe, expect, it } from 'vitest'
import { decodeDigits } from '../../src/data/digits.ts'
import { shippedDigits } from '../support/digits.ts'

const pixels = new Uint8Array(1797 * 64)
const labels = new Uint8Array(1797)

describe('the digit images', () => {
  it('are 1,797 of 8 x 8, values 0 to 16, the first 1,297 for training', () => {
    const { count, width, height, maximum, training, ...bytes } = shippedDigits()
    expect([count, width, height, maximum, training]).toEqual([1797, 8, 8, 16, 1297])
    expect(bytes.pixels.reduce((a, b) => Math.max(a, b))).toBe(16)
    expect(bytes.pixels.length).toBe(1797 * 64)
  })

  it('have as many of each class as the UCI test set says', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    for (const label of shippedDigits().labels) counts[label]!++
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  })

  it('are recognisable: the average 0 has a hole, the average 1 has ink there', () => {
    const digits = shippedDigits()
    const centre = (digit: number): number => {
      const images = [...digits.labels.keys()].filter((image) => digits.labels[image] === digit)
      const sum = images.reduce((total, image) => total + digits.pixels[image * 64 + 3 * 8 + 4]!, 0)
      return sum / images.length
    }
    expect(centre(0)).toBeLessThan(4)
    expect(centre(1)).toBeGreaterThan(10)
  })
})

describe('bytes that are not the digit images are refused', () => {
  const broken = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
    const copy = bytes.slice()
    copy[at] = value
    return copy
  }

  it.each([
    [
      'too few pixels',
      pixels.slice(1),
      labels,
      'The digit pixels must be 115008 bytes, got 115007',
    ],
    ['no bytes', new Uint8Array(0), labels, 'The digit pixels must be 115008 bytes, got 0'],
    [
      'too many labels',
      pixels,
      new Uint8Array(1798),
      'The digit labels must be 1797 bytes, got 1798',
    ],
    [
      'a pixel above 16',
      broken(pixels, 70, 17),
      labels,
      'The digit pixels must be 0 to 16, got 17 at byte 70',
    ],
    [
      'a label above 9',
      pixels,
      broken(labels, 3, 10),
      'The digit labels must be 0 to 9, got 10 at byte 3',
    ],
  ])('%s', (_, image, label, message) => {
    expect(() => decodeDigits(image, label)).toThrow(new RangeError(message))
  })
})
