import { describe, expect, it } from 'vitest'
import { formulas } from '../../app/exhibits/scale-shift/formulas.ts'
import { batches, schema } from '../../app/exhibits/scale-shift/settings.ts'
import { preActivations, trainDigitLayer } from '../../src/simulation/digitLayer.ts'
import { finished } from '../support/finished.ts'
import type { ScaleShiftFrame } from '../../src/simulation/scaleShiftFrame.ts'
import { digits, scaleShiftFrame, scaleShiftFrames, settingsWith } from './scaleShiftRun.ts'

const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length
const variance = (values: Float64Array): number => {
  const middle = mean(values)
  return mean(values.map((v) => (v - middle) ** 2))
}

describe('the batch', () => {
  it('is 32 real pre-activations, far from 0: mean 3.02, standard deviation 1.95', () => {
    const frame = scaleShiftFrame()
    expect(frame.x).toHaveLength(32)
    expect(mean(frame.x)).toBeCloseTo(3.02, 2)
    expect(Math.sqrt(variance(frame.x))).toBeCloseTo(1.95, 2)
  })

  it('is normalized with its own mean, biased variance and epsilon 1e-5', () => {
    const { x, xHat, mu, sigma } = scaleShiftFrame()
    expect(mu).toBeCloseTo(mean(x), 12)
    expect(sigma).toBeCloseTo(Math.sqrt(variance(x) + 1e-5), 12)
    xHat.forEach((value, i) => expect(value).toBeCloseTo((x[i]! - mu) / sigma, 12))
  })

  it('has a variance of x̂ that epsilon keeps just under 1', () => {
    const { x, xHat, xHatVariance } = scaleShiftFrame()
    const closed = variance(x) / (variance(x) + 1e-5)
    expect(xHatVariance).toBeCloseTo(closed, 14)
    expect(variance(xHat)).toBeCloseTo(closed, 12)
    expect(xHatVariance).toBeLessThan(1)
  })

  it('comes from large first weights: with ordinary ones no unit is as far from 0', () => {
    const images = Array.from({ length: digits.training }, (_, i) => i)
    const far = (initialScale: number): number => {
      let count = 0
      for (let seed = 0; seed < 3; seed++) {
        const options = { hidden: 16, steps: 60, learningRate: 0.01, batchSize: 32 }
        const { value: layer } = finished(
          trainDigitLayer(digits, { ...options, initialScale, seed }),
        )
        const { values } = preActivations(layer, digits, images)
        for (let unit = 0; unit < 16; unit++)
          if (Math.abs(mean(values.filter((_, i) => i % 16 === unit))) > 2) count++
      }
      return count
    }
    expect(far(1)).toBe(0)
    expect(far(4)).toBeGreaterThan(5)
  })

  it('is another one for every number, and the one after the last is the first', () => {
    const firsts = Array.from(
      { length: batches },
      (_, i) => scaleShiftFrame({ batch: i + 1 }).x[0]!,
    )
    expect(new Set(firsts).size).toBe(batches)
    const last = scaleShiftFrame({ batch: batches, gamma: 0, beta: 0 })
    // With gamma and beta 0 the miss is the root mean square of x itself.
    const { x } = scaleShiftFrame({ batch: 1 })
    expect(last.nextRms).toBeCloseTo(Math.sqrt(mean(x.map((v) => v * v))), 12)
  })
})

describe('scale and shift', () => {
  it.each([
    [1.6, 2],
    [-2.5, -4],
    [0, 6],
    [3, 0],
  ])('gamma %d and beta %d set the moments of y', (gamma, beta) => {
    const frame = scaleShiftFrame({ gamma, beta })
    expect(mean(frame.y)).toBeCloseTo(beta, 12)
    expect(frame.yMu).toBeCloseTo(beta, 12)
    expect(frame.yVariance).toBeCloseTo(gamma ** 2 * frame.xHatVariance, 12)
    expect(frame.ySigma).toBeCloseTo(Math.abs(gamma) * Math.sqrt(frame.xHatVariance), 12)
  })

  it('gamma = sigma and beta = mu give this batch back to round-off, and not the next', () => {
    const { sigma, mu } = scaleShiftFrame()
    const back = scaleShiftFrame({ gamma: sigma, beta: mu })
    back.y.forEach((value, i) => expect(Math.abs(value - back.x[i]!)).toBeLessThan(1e-12))
    expect(back.rms).toBeLessThan(1e-14)
    expect(back.nextRms).toBeGreaterThan(0.5)
  })

  it('what the frame says of the next batch is what the next batch then shows', () => {
    const here = scaleShiftFrame({ batch: 21, gamma: 1.9, beta: 3.2 })
    const next = scaleShiftFrame({ batch: 22, gamma: 1.9, beta: 3.2 })
    expect(here.nextRms).toBe(next.rms)
  })

  it('the gradient is v (gamma - sigma) and beta - mu', () => {
    const { dGamma, dBeta, sigma, mu, xHatVariance } = scaleShiftFrame()
    expect(dGamma).toBeCloseTo(xHatVariance * (1.6 - sigma), 12)
    expect(dBeta).toBeCloseTo(2 - mu, 12)
  })
})

describe('the activation', () => {
  it('counts a sample as saturated where the slope is under a tenth of the steepest', () => {
    for (const [activation, edge] of [
      ['sigmoid', 3.6369],
      ['tanh', 1.8184],
    ] as const) {
      const frame = scaleShiftFrame({ activation })
      const expected = [...frame.y].map((z) => (Math.abs(z) > edge ? 1 : 0))
      expect([...frame.saturated]).toEqual(expected)
      expect(frame.saturatedY).toBe(expected.filter((flag) => flag === 1).length)
    }
    const relu = scaleShiftFrame({ activation: 'relu' })
    expect([...relu.saturated]).toEqual([...relu.y].map((z) => (z > 0 ? 0 : 1)))
  })

  it('shows the picture that the words speak of: some of y, none of x̂, a third of x', () => {
    const frame = scaleShiftFrame()
    expect([frame.saturatedY, frame.saturatedXHat, frame.saturatedX]).toEqual([5, 0, 11])
  })

  it('a ReLU whose inputs all lie under 0 never fires', () => {
    const frame = scaleShiftFrame({ activation: 'relu', gamma: 0.8, beta: -2.4 })
    expect(Math.max(...frame.activated)).toBe(0)
    expect(frame.saturatedY).toBe(32)
  })
})

describe('learning', () => {
  it('starts from the settings and closes a fifth of the gap in every step', () => {
    const frames = scaleShiftFrames()
    expect(frames).toHaveLength(41)
    const { sigma, mu, xHatVariance } = frames[0]!
    frames.forEach((frame, step) => {
      expect(frame.step).toBe(step)
      expect(frame.gamma - sigma).toBeCloseTo((1 - 0.2 * xHatVariance) ** step * (1.6 - sigma), 12)
      expect(frame.beta - mu).toBeCloseTo(0.8 ** step * (2 - mu), 12)
    })
  })

  it('toward x gives x back, toward the standard gives x̂ back', () => {
    const toX = scaleShiftFrames().at(-1)!
    expect(toX.rms).toBeLessThan(1e-3)
    const toStandard = scaleShiftFrames({ target: 'standard' }).at(-1)!
    expect(toStandard.gamma).toBeCloseTo(1, 3)
    expect(toStandard.beta).toBeCloseTo(0, 3)
  })

  it('does not say that the loss is 0 before x is given back to the last digit', () => {
    const loss = formulas.find(({ id }) => id === 'loss')!
    const said = (frame: ScaleShiftFrame) =>
      loss.numbers(frame, { sample: 0, feature: 0 }, settingsWith())['loss']
    const learned = scaleShiftFrames().at(-1)!
    expect(Math.abs(learned.dBeta)).toBeGreaterThan(0)
    expect(said(learned)).toBe(learned.loss)
    const { sigma, mu } = scaleShiftFrame()
    expect(said(scaleShiftFrame({ gamma: sigma, beta: mu }))).toBe(0)
  })

  it('says that nothing is left to learn where x is given back in any batch, and nowhere near it', () => {
    for (let batch = 1; batch <= schema.batch.max; batch++) {
      const { sigma, mu } = scaleShiftFrame({ batch })
      expect(scaleShiftFrame({ batch, gamma: sigma, beta: mu }).learned).toBe(true)
      expect(scaleShiftFrame({ batch, gamma: sigma, beta: mu + 1e-9 }).learned).toBe(false)
    }
    expect(scaleShiftFrame({ target: 'standard', gamma: 1, beta: 0 }).learned).toBe(true)
    // Of a run on its way it speaks of the start: whoever tries another rate goes back there.
    expect(scaleShiftFrames({ rate: 1 }).some(({ learned }) => learned)).toBe(false)
  })

  it('the loss falls in every step at every rate that the control offers', () => {
    for (const rate of [schema.rate.min, 0.2, 1.5, schema.rate.max]) {
      const losses = scaleShiftFrames({ rate, gamma: -3, beta: 6 }).map((frame) => frame.loss)
      for (let i = 1; i < losses.length; i++)
        expect(losses[i]!).toBeLessThanOrEqual(losses[i - 1]! + 1e-28)
    }
  })
})

describe('the picture', () => {
  it('keeps one axis for a run, and everything lies on it', () => {
    for (const patch of [{}, { gamma: 3, beta: 6 }, { gamma: -3, beta: -4, rate: 1.9 }]) {
      const frames = scaleShiftFrames(patch)
      const { domainMin, domainMax } = frames[0]!
      for (const frame of frames) {
        expect([frame.domainMin, frame.domainMax]).toEqual([domainMin, domainMax])
        const drawn = [...frame.x, ...frame.xHat, ...frame.y]
        expect(Math.min(...drawn)).toBeGreaterThanOrEqual(domainMin)
        expect(Math.max(...drawn)).toBeLessThanOrEqual(domainMax)
      }
    }
  })

  it('widens its axis in coarse steps only: a small move keeps it', () => {
    const axes = new Set<string>()
    for (let gamma = 1; gamma <= 3; gamma += 0.05) {
      const { domainMin, domainMax } = scaleShiftFrame({ gamma })
      axes.add(`${domainMin} ${domainMax}`)
    }
    expect(axes.size).toBeLessThanOrEqual(3)
  })

  it('lays every dot within half a bin of its value, and no two in one place', () => {
    for (const patch of [{}, { gamma: 0 }, { gamma: 3 }]) {
      const frame = scaleShiftFrame(patch)
      const rows = [
        [frame.xHat, frame.xHatCentre, frame.xHatLevel, frame.bin],
        [frame.y, frame.yCentre, frame.yLevel, frame.bin],
        [frame.activated, frame.outCentre, frame.outLevel, frame.outBin],
      ] as const
      for (const [values, centres, levels, bin] of rows) {
        values.forEach((value, i) =>
          expect(Math.abs(value - centres[i]!)).toBeLessThanOrEqual(bin / 2 + 1e-9),
        )
        expect(new Set([...centres].map((centre, i) => `${centre} ${levels[i]}`)).size).toBe(32)
      }
    }
  })

  it('bins x̂ by itself: no gamma, beta or activation moves its dots', () => {
    const first = scaleShiftFrame()
    for (const patch of [{ beta: 6 }, { gamma: -3, beta: -4 }, { activation: 'relu' }] as const) {
      const { xHatCentre, xHatLevel, bin, domainMax, domainMin } = scaleShiftFrame(patch)
      expect([...xHatCentre]).toEqual([...first.xHatCentre])
      expect([...xHatLevel]).toEqual([...first.xHatLevel])
      expect(bin).toBe(first.bin)
      if ('beta' in patch) expect(domainMax - domainMin).toBeGreaterThan(11.5)
    }
  })

  it('bins the output of ReLU alike however far its axis reaches', () => {
    const near = scaleShiftFrame({ activation: 'relu' })
    const far = scaleShiftFrame({ activation: 'relu', gamma: 3, beta: 6 })
    expect(far.outMax).toBeGreaterThan(near.outMax)
    expect(far.outBin).toBe(near.outBin)
  })

  it('says which digit each image shows: the label of the image with its pixels', () => {
    const { labels, pixels } = scaleShiftFrame()
    expect(labels).toHaveLength(32)
    labels.forEach((label, i) => {
      const image = Array.from(digits.labels, (_, j) => j).find((j) =>
        pixels
          .subarray(64 * i, 64 * i + 64)
          .every((grey, k) => Math.abs(grey - digits.pixels[64 * j + k]! / digits.maximum) < 1e-6),
      )
      expect(digits.labels[image!]).toBe(label)
    })
  })

  it('never gives two frames the same buffer', () => {
    const buffers = scaleShiftFrames().flatMap((frame) =>
      Object.values(frame).flatMap((value) => (typeof value === 'object' ? [value.buffer] : [])),
    )
    expect(new Set(buffers).size).toBe(buffers.length)
  })
})
