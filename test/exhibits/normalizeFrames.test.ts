import { describe, expect, it } from 'vitest'
import * as settingsOf from '../../app/exhibits/normalize/settings.ts'
import { presets } from '../../app/exhibits/normalize/presets.ts'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import { simulate } from '../../app/exhibits/normalize/simulation.ts'
import type { Memo } from '../../src/simulation/simulate.ts'
import { normalizeFrame, numbersOf } from './normalizeRun.ts'

const { schema, mostSamples } = settingsOf
type Patch = Partial<settingsOf.NormalizeSettings>

const frameOf = (patch: Patch) => {
  const frame = normalizeFrame(patch)
  if (frame.kind !== 'batch') throw new Error('not a batch')
  return frame
}
const round = (values: Float64Array, digits: number) =>
  [...values].map((value) => Number(value.toFixed(digits)))

describe('the worked example', () => {
  it('gives the numbers that one gets by hand', () => {
    const frame = frameOf(presets['worked']!)
    expect(frame.mu).toBe(3)
    expect(frame.variance).toBe(3.5)
    expect(round(frame.xHat, 3)).toEqual([-1.069, -0.535, 0, 1.604])
    expect(round(frame.y, 3)).toEqual([-1.138, -0.069, 1, 4.207])
  })

  it('gives the same x̂ a hundred thousand farther from 0', () => {
    const near = frameOf(presets['worked']!)
    const far = frameOf(presets['farFromZero']!)
    expect(far.mu).toBe(100_003)
    expect(far.xHat).toEqual(near.xHat)
  })

  it('and a million away', () => {
    const rows = [[1_000_001], [1_000_002], [1_000_003], [1_000_006]]
    const far = frameOf({ ...presets['worked'], rows })
    expect(far.variance).toBe(3.5)
    expect(round(far.xHat, 9)).toEqual(round(frameOf(presets['worked']!).xHat, 9))
  })
})

describe('at the edges', () => {
  it('a batch of one gives x̂ 0 and y beta', () => {
    for (const data of schema.data.choices) {
      const frame = frameOf({
        data,
        batchSize: 1,
        beta: 1.25,
        ...(data === 'own' && { rows: [[7]] }),
      })
      expect([...frame.xHat]).toEqual([0])
      expect([...frame.y]).toEqual([1.25])
    }
  })

  it('a constant unit gives 0 everywhere, and a variance of 0', () => {
    const grades = frameOf(presets['grades']!)
    expect([...grades.xHat, grades.variance, grades.xHatVariance]).toEqual([0, 0, 0, 0, 0])
    expect(new Set(frameOf({ data: 'constant', batchSize: 256 }).xHat)).toEqual(new Set([0]))
  })

  it('no |x̂| exceeds √(m − 1), and one far sample comes close', () => {
    for (const batchSize of [2, 3, 10, 11, 24, 256]) {
      const bound = Math.sqrt(batchSize - 1)
      const frame = frameOf({ batchSize, edits: [[0, 1e9]], epsilon: 1e-8 })
      const largest = Math.max(...frame.xHat.map(Math.abs))
      expect(largest).toBeLessThanOrEqual(bound * (1 + 1e-12))
      expect(largest).toBeGreaterThan(bound * 0.999)
    }
  })

  it('a far sample squeezes the others toward −1/√(m − 1)', () => {
    const squeezed = frameOf({ edits: [[0, 1e9]], epsilon: 1e-8 })
    for (const value of squeezed.xHat.slice(1)) expect(value).toBeCloseTo(-1 / Math.sqrt(23), 6)
  })

  it.each([
    ['numbers as large as allowed', [[1e100], [-1e100], [3]]],
    ['numbers as small as there are', [[5e-324], [0], [-5e-324]]],
    ['a whisper far from 0', [[1e15], [1e15 + 0.125], [1e15 + 0.25]]],
    ['two columns, one of them constant', [[1, 2], [1, 3]]], // prettier-ignore
  ])('%s have finite pictures', (_, rows) => {
    for (const view of ['rails', 'matrix', 'histogram'] as const) {
      const frame = frameOf({ view, data: 'own', rows })
      expect(numbersOf(frame).every(Number.isFinite)).toBe(true)
      expect(frame.domainMax).toBeGreaterThan(frame.domainMin)
      expect(frame.inputMax).toBeGreaterThan(frame.inputMin)
    }
  })
})

describe('the first picture', () => {
  const frame = frameOf({})

  it('has a mean far from 0, learned gamma and beta, and a digit beside every dot', () => {
    expect(frame.samples).toBe(24)
    expect(frame.mu).toBeGreaterThan(3)
    expect([frame.gamma, frame.beta]).not.toEqual([1, 0])
    expect(frame.pixels.length).toBe(24 * 64)
    expect(Math.max(...frame.pixels)).toBe(1)
    expect(frame.labels.every((label) => label >= 0 && label <= 9)).toBe(true)
  })

  it('says how unusual its unit is', () => {
    expect(frame.similarUnits).toBe(1)
    expect(frame.features).toBe(16)
    expect(frame.population).toBe(1297)
  })

  it('is one of 54 mini-batches; the strip has the statistics of this one too', () => {
    expect(frame.batches).toBe(54)
    expect(frame.batchMus[frame.batch]).toBeCloseTo(frame.mu, 12)
    expect(frame.batchSigmas[frame.batch]).toBeCloseTo(frame.sigma, 12)
    const next = frameOf({ batch: 2 })
    expect(next.mu).toBeCloseTo(frame.batchMus[1]!, 12)
    expect(next.mu).not.toBeCloseTo(frame.mu, 2)
  })

  it('has mean 0 and variance 1 in the middle, beta and |gamma| at the end', () => {
    expect(frame.xHatMu).toBeCloseTo(0, 12)
    expect(frame.xHatVariance).toBeCloseTo(frame.variance / (frame.variance + 1e-5), 12)
    expect(frame.yMu).toBeCloseTo(frame.beta, 12)
    expect(frame.ySigma).toBeCloseTo(frame.gamma, 4)
  })

  it('keeps the shape: the skewness of x̂ is that of x', () => {
    expect(frame.xHatSkewness).toBeCloseTo(frame.xSkewness, 9)
    const skewed = frameOf({ data: 'skewed', batchSize: 200, unit: 1 })
    expect(skewed.xSkewness).toBeGreaterThan(1)
    expect(skewed.xHatSkewness).toBeCloseTo(skewed.xSkewness, 9)
  })

  it('puts every sample into the histograms, before and after', () => {
    for (const counts of [frame.histogramX, frame.histogramXHat, frame.histogramY]) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24)
    }
    expect(frame.inputHistogramMin).toBe(frame.histogramMin)
    expect(frame.inputHistogramStep).toBe(frame.histogramStep)
  })

  it('keeps its domain while a dot moves a little, and widens it for a far one', () => {
    // The largest is 6.91 and the domain ends at 8: any move within it keeps it.
    expect(frame.domainMax).toBe(8)
    for (const to of [5, 6.9, 7.5, 7.99]) {
      const nudged = frameOf({ edits: [[0, to]] })
      expect([nudged.domainMin, nudged.domainMax]).toEqual([frame.domainMin, frame.domainMax])
    }
    const far = frameOf({ edits: [[0, 20]] })
    expect(far.domainMax).toBeGreaterThan(20)
  })

  it('gives x an axis of its own where a dot lies so far away that x̂ could not be read', () => {
    const far = frameOf({ edits: [[0, 30]] })
    expect([far.sharedDomain, far.domainMax]).toEqual([false, 8])
    expect(far.inputMax).toBeGreaterThan(30)
  })

  it('gives x an axis of its own where it lies too far away', () => {
    expect(frame.sharedDomain).toBe(true)
    expect(frameOf(presets['farFromZero']!).sharedDomain).toBe(false)
  })
})

describe('what a hand does', () => {
  const initial = frameOf({})

  it('moves one sample of one unit, and every other unit stays', () => {
    const moved = frameOf({ edits: [[3, 5.5]] })
    expect(moved.x[3]).toBe(5.5)
    expect(moved.initialX[3]).toBe(initial.x[3])
    expect([...moved.edited].indexOf(1)).toBe(3)
    expect(moved.mus.filter((mu, j) => mu !== initial.mus[j]).length).toBe(1)
    expect(moved.mu).toBeCloseTo(initial.mu + (5.5 - initial.x[3]!) / 24, 12)
  })

  it('adds samples without an image, and takes samples out', () => {
    const added = frameOf({ added: [[1.5, 2.5]], removed: [[0, 23]] })
    expect(added.samples).toBe(24)
    expect(added.x.slice(-2)).toEqual(Float64Array.of(1.5, 2.5))
    expect([...added.rows.slice(0, 2), ...added.rows.slice(-2)]).toEqual([1, 2, 24, 25])
    expect([...added.labels.slice(-2), ...added.sourceIndices.slice(-2)]).toEqual([-1, -1, -1, -1])
    expect(Math.max(...added.pixels.slice(-128))).toBe(0)
  })

  it('an added sample leaves the means of the other units alone', () => {
    const added = frameOf({ added: [[9]] })
    const moved = added.mus.filter((mu, j) => Math.abs(mu - initial.mus[j]!) > 1e-12)
    expect(moved).toEqual(Float64Array.of(added.mu))
  })

  it('never empties the batch, never overfills it', () => {
    const all = Array.from({ length: 24 }, (_, row) => row)
    expect(frameOf({ removed: [all] }).samples).toBe(1)
    expect(frameOf({ batchSize: 250, added: [Array<number>(20).fill(1)] }).samples).toBe(
      mostSamples,
    )
  })

  it('an index that is not there changes nothing', () => {
    expect(frameOf({ edits: [[200, 5]], removed: [[99, 1.5, -3]] }).x).toEqual(initial.x)
  })

  it('is forgotten when the source changes, and only then', () => {
    const settings = {
      ...initialSettings(schema),
      edits: [[0, 30]],
      added: [[1]],
      removed: [[2]],
    } as unknown as settingsOf.NormalizeSettings
    const sources: Patch[] = [
      { data: 'gaussian' },
      { batchSize: 25 },
      { unit: 3 },
      { batch: 2 },
      { seed: 1 },
      { rows: [[1], [2]] },
    ]
    for (const patch of sources) {
      const { edits, added, removed } = patchedSettings(schema, settings, patch)
      expect([edits, added, removed]).toEqual([[], [], []])
    }
    for (const patch of [{ epsilon: 1 }, { gamma: 2 }, { view: 'matrix' }] as Patch[]) {
      expect(patchedSettings(schema, settings, patch).edits).toEqual([[0, 30]])
    }
  })
})

describe('own numbers', () => {
  it('are cut into batches in their own order', () => {
    const rows = [1, 2, 3, 4, 5].map((value) => [value, -value])
    const second = frameOf({ data: 'own', rows, batchSize: 2, batch: 2, unit: 2 })
    expect(second.batches).toBe(2)
    expect([...second.x]).toEqual([-3, -4])
    expect([...second.sourceIndices]).toEqual([2, 3])
  })

  it('a unit, batch or size beyond what there is counts as the last', () => {
    const rows = [[1, 10], [2, 20], [4, 40]] // prettier-ignore
    const frame = frameOf({ data: 'own', rows, batchSize: 256, batch: 9, unit: 16 })
    expect([...frame.x]).toEqual([10, 20, 40])
    expect([frame.unit, frame.batch, frame.batches]).toEqual([1, 0, 1])
  })
})

describe('a large table of own numbers', () => {
  const rows = Array.from({ length: 65_536 }, (_, i) => [i === 4 ? -50 : (i * 37) % 101])
  const frame = frameOf({ data: 'own', rows, batchSize: 1, batch: 65_536 })

  it('has more mini-batches than are drawn, and the least mean of them all', () => {
    expect([frame.batches, frame.batch, frame.batchStride]).toEqual([65_536, 65_535, 66])
    expect([frame.batchMus.length, frame.batchSigmas.length]).toEqual([993, 993])
    expect(frame.batchMus.slice(0, 2)).toEqual(Float64Array.of(rows[0]![0]!, rows[66]![0]!))
    expect(frame.batchMus).not.toContain(-50)
    expect([frame.batchesLeastMu, frame.batchesMostMu]).toEqual([-50, 100])
  })

  it('draws all of a thousand', () => {
    const thousand = frameOf({ data: 'own', rows: rows.slice(0, 2000), batchSize: 2 })
    expect([thousand.batchStride, thousand.batchMus.length]).toEqual([1, 1000])
    expect(thousand.batchMus[2]).toBe((rows[4]![0]! + rows[5]![0]!) / 2)
    expect(thousand.batchSigmas[2]).toBe(Math.abs(rows[4]![0]! - rows[5]![0]!) / 2)
  })

  it('is read once, whatever is asked of it; another table is read anew', () => {
    const read: string[] = []
    const kept = new Map<string, unknown>()
    const memo = function* remember(key: string, work: () => Generator) {
      if (!kept.has(key)) {
        read.push(key)
        kept.set(key, yield* work())
      }
      return kept.get(key)
    } as Memo
    const data = () => {
      throw new Error('no data is needed')
    }
    const settings = { ...initialSettings(schema), data: 'own', rows, batchSize: 1 } as const
    const other = rows.map(([value], i) => [i === 65_535 ? value! + 1e-12 : value!])
    for (const patch of [{}, { batch: 7 }, { batchSize: 3, epsilon: 1 }, { rows: other }])
      expect([...simulate({ ...settings, ...patch }, { data, memo })]).toHaveLength(1)
    expect(read).toHaveLength(2)
  })
})

describe('the million', () => {
  const million = (patch: Patch = {}) => {
    const frame = normalizeFrame({ view: 'million', ...patch })
    if (frame.kind !== 'million') throw new Error('not the million')
    return frame
  }
  const frame = million()

  it('is a million, and each unit has mean 0 and variance 1 as measured', () => {
    expect(frame.count).toBe(1_048_576)
    expect(frame.xHatLargestMean).toBeLessThan(1e-5)
    expect(frame.xHatLeastVariance).toBeGreaterThan(0.999)
    expect(frame.xHatMostVariance).toBeLessThan(1.001)
  })

  it('ten times the input: the picture of x̂ stays, that of x does not', () => {
    const scaled = million({ scale: 10 })
    expect(scaled.mostSigma).toBeCloseTo(10 * frame.mostSigma, 9)
    expect(scaled.densityX).not.toEqual(frame.densityX)
    // Float32 rounding moves at most a few of the million across the edge of a bin.
    const moved = scaled.densityXHat.filter((count, i) => count !== frame.densityXHat[i]).length
    expect(moved).toBeLessThan(frame.densityXHat.length / 100)
  })
})
