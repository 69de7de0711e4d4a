import { describe, expect, it } from 'vitest'
import { moments } from '../../src/math/moments.ts'
import { createRandom } from '../../src/random/random.ts'
import { batchStrip, mostDrawnBatches } from '../../src/simulation/batchStrip.ts'

function table(samples: number, features: number, shift = 0) {
  const random = createRandom(3)
  const values = Float64Array.from({ length: samples * features }, () => shift + random.normal())
  return { samples, features, values }
}

describe('the strip of mini-batches', () => {
  it.each([
    [100, 3, 7, 0],
    [100, 3, 7, 1e8],
    [48, 1, 24, -5],
  ])('%i samples of %i units in batches of %i, near %d', (samples, features, size, shift) => {
    const all = table(samples, features, shift)
    for (let unit = 0; unit < features; unit++) {
      const strip = batchStrip(all, unit, size)
      expect([strip.batches, strip.batchStride]).toEqual([Math.floor(samples / size), 1])
      for (let k = 0; k < strip.batches; k++) {
        const values = all.values.slice(k * size * features, (k + 1) * size * features)
        const { mean, variance } = moments({ samples: size, features, values })
        expect(strip.batchMus[k]! - shift).toBeCloseTo(mean[unit]! - shift, 6)
        expect(strip.batchSigmas[k]).toBeCloseTo(Math.sqrt(variance[unit]!), 6)
      }
      expect(strip.batchesLeastMu).toBe(Math.min(...strip.batchMus))
      expect(strip.batchesMostMu).toBe(Math.max(...strip.batchMus))
    }
  })

  it('of equal numbers has exactly their value and a spread of 0', () => {
    const values = new Float64Array(30).fill(0.1)
    const { batchMus, batchSigmas } = batchStrip({ samples: 30, features: 1, values }, 0, 10)
    expect(batchMus).toEqual(Float64Array.of(0.1, 0.1, 0.1))
    expect(batchSigmas).toEqual(new Float64Array(3))
  })

  it.each([
    [mostDrawnBatches, 1, mostDrawnBatches],
    [mostDrawnBatches + 1, 2, 501],
    [65_536, 66, 993],
  ])('of %i mini-batches draws one in %i: %i', (samples, stride, drawn) => {
    const strip = batchStrip(table(samples, 1), 0, 1)
    expect([strip.batches, strip.batchStride, strip.batchMus.length]).toEqual([
      samples,
      stride,
      drawn,
    ])
  })
})
