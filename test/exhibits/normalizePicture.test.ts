import { describe, expect, it } from 'vitest'
import { histogramRows } from '../../app/exhibits/normalize/histogramPicture.ts'
import { densityPanels } from '../../app/exhibits/normalize/millionPicture.ts'
import { matrixLayout } from '../../app/exhibits/normalize/matrixLayout.ts'
import { matrixPicture } from '../../app/exhibits/normalize/matrixPicture.ts'
import { railsLayout, railsNeeds } from '../../app/exhibits/normalize/railsLayout.ts'
import { railsPicture } from '../../app/exhibits/normalize/railsPicture.ts'
import { manualClock } from '../../app/playback/clock.ts'
import { createStages } from '../../app/playback/stages.ts'
import { normalizeFrame } from './normalizeRun.ts'

const size = { width: 656, height: 470 }
const batch = normalizeFrame()
const million = normalizeFrame({ view: 'million' })
if (batch.kind !== 'batch' || million.kind !== 'million') throw new Error('other pictures')

/** Where the mean of the normalized values is drawn at a stage. */
const centres: Readonly<Record<string, (stage: number) => number>> = {
  rails(stage) {
    const layout = railsLayout(size, ['input'], railsNeeds(batch))
    const domains = [batch.inputMin, batch.inputMax, batch.domainMin, batch.domainMax]
    const picture = railsPicture(batch, batch, domains, layout, stage, 5)
    return picture.output.invert(picture.centre)
  },
  histogram: (stage) => histogramRows(batch, stage)[1]!.mu,
  matrix: (stage) =>
    matrixPicture(batch, matrixLayout(size, batch, 0), stage).normalized.mus[batch.unit]!,
  million: (stage) => densityPanels(million, stage)[1]!.mus[255]!,
}

describe.each(Object.entries(centres))('Play of the %s', (_, centre) => {
  it('eases each stage once: a quarter of the time is a tenth of the way, by the quintic', () => {
    const clock = manualClock()
    const stages = createStages(clock, { stageMs: 400, gapMs: 80 })
    stages.configure(3, false, true)
    stages.play()
    const from = centre(0)
    const to = centre(1)
    for (const share of [0.25, 0.5, 0.75]) {
      clock.tick(100)
      const way = (centre(stages.shown().stage) - from) / (to - from)
      // 6t⁵ − 15t⁴ + 10t³
      expect(way).toBeCloseTo(share ** 3 * (10 - 15 * share + 6 * share ** 2), 9)
    }
  })
})

describe('the million', () => {
  const wide = normalizeFrame({ view: 'million', scale: 10, gamma: 1.5 })
  if (wide.kind !== 'million') throw new Error('another picture')

  it('knows how much of it lies beyond its edges', () => {
    const [input, normalized, output] = densityPanels(wide, 3)
    const drawn = input!.counts as Int32Array
    const outside = 1 - drawn.reduce((a, b) => a + b, 0) / wide.count
    expect(outside).toBeGreaterThan(0.5)
    expect(input!.outside![0] + input!.outside![1]).toBeCloseTo(outside, 12)
    expect(normalized!.outside![0] + normalized!.outside![1]).toBeLessThan(0.001)
    expect(output!.outside![0]).toBe(wide.yShareLeft)
  })

  it('on its way from x to x̂ has all values as soon as they fit, though x was cut off', () => {
    const { counts } = densityPanels(wide, 1.9)[1]!
    const total = Array.from(counts).reduce((a, b) => a + b, 0)
    expect(total / wide.count).toBeGreaterThan(0.98)
    expect(total / wide.count).toBeLessThan(1.02)
  })
})

describe('how steeply x̂ follows x', () => {
  it('is in the frame: times the distance from the mean it is x̂', () => {
    const { x, xHat, mu, inverse } = batch
    for (const [i, value] of x.entries()) expect((value - mu) * inverse).toBeCloseTo(xHat[i]!, 12)
    for (const [j, sigma] of million.sigmas.entries())
      expect((million.inverses[j]! * sigma) ** 2).toBeCloseTo(million.xHatVariances[j]!, 4)
  })

  it('is what the bins and the lines are stretched by, as the frame says', () => {
    const steeper = { ...batch, inverse: 3 * batch.inverse }
    const step = (frame: typeof batch) => histogramRows(frame, 2 - 1e-6)[1]!.step
    expect(step(steeper)).toBeCloseTo(3 * step(batch), 6)
    const inverses = million.inverses.map((inverse) => 3 * inverse)
    const spread = (frame: typeof million) => densityPanels(frame, 3)[1]!.sigmas[0]!
    expect(spread({ ...million, inverses })).toBeCloseTo(3 * spread(million), 9)
  })
})

it('in a low embed no dot of x reaches the arrow of sigma, and they still make way for each other', () => {
  const layout = railsLayout({ width: 400, height: 192 }, ['input'], railsNeeds(batch))
  const domains = [batch.inputMin, batch.inputMax, batch.domainMin, batch.domainMax]
  const radius = 4.5
  const [{ offsets }] = railsPicture(batch, batch, domains, layout, 0, radius).dots
  // The arrow is 5 px above the band and 3 px to either side.
  expect(Math.min(...offsets) - radius).toBeGreaterThan(-(layout.bandHeight / 2 + 5 - 3))
  expect(Math.max(...offsets)).toBeLessThanOrEqual(layout.swarmRoom)
  expect(new Set(offsets).size).toBeGreaterThan(3)
})
