import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batch, networkOptions, unit } from '../../app/exhibits/backward/networkOptions.ts'
import { schema, type Settings } from '../../app/exhibits/backward/settings.ts'
import { batchOf } from '../../src/data/batches.ts'
import type { Batch } from '../../src/math/batch.ts'
import { batchNormForward } from '../../src/math/batchNorm.ts'
import { denseForward } from '../../src/network/dense.ts'
import { lossGradient } from '../../src/network/normalizedNetwork.ts'
import { softmaxCrossEntropy } from '../../src/network/softmaxCrossEntropy.ts'
import { imageBatch, trainDigitNetwork } from '../../src/simulation/digitLayer.ts'
import type { BackwardFrame } from '../../src/simulation/backwardFrame.ts'
import { shippedDigits } from '../support/digits.ts'
import { finished } from '../support/finished.ts'
import { runs } from '../support/property.ts'
import { backwardFrame } from './backwardRun.ts'

const digits = shippedDigits()
const { network } = finished(trainDigitNetwork(digits, networkOptions)).value
const images = batchOf(digits, 8, batch, networkOptions.seed)
const largest = (values: ArrayLike<number>): number =>
  Math.max(...Array.from(values, (value) => Math.abs(value)))
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** The batch in the order of the frame: by what the unit makes of it. */
function sorted(): { readonly batch: Batch; readonly labels: Int32Array } {
  const z = denseForward(network.hidden, imageBatch(digits, images))
  const order = Array.from(images, (image, b) => ({ image, x: z.values[b * 16 + unit]! }))
    .toSorted((a, b) => a.x - b.x)
    .map(({ image }) => image)
  return {
    batch: imageBatch(digits, order),
    labels: Int32Array.from(order, (image) => digits.labels[image]!),
  }
}

/** The whole network, computed by the layers that train it, with this unit's x given. */
function lossWith(x: Float64Array, scale: number, epsilon: number): number {
  const { batch, labels } = sorted()
  const z = denseForward(network.hidden, batch)
  const values = z.values.map((value, i) =>
    i % 16 === unit ? x[Math.floor(i / 16)]! : scale * value,
  )
  const { y } = batchNormForward({ ...z, values }, { ...network.affine, epsilon })
  const active = { ...z, values: y.map((value) => Math.max(0, value)) }
  return softmaxCrossEntropy(denseForward(network.output, active), labels).loss
}

describe('the default picture', () => {
  const frame = backwardFrame()

  it('is that of the network that was trained, to the last digits', () => {
    const { batch, labels } = sorted()
    const whole = lossGradient(
      { ...network, affine: { ...network.affine, epsilon: 0 } },
      batch,
      labels,
    )
    expect(frame.loss).toBeCloseTo(whole.loss, 13)
    expect([...frame.labels]).toEqual([...labels])
    const [dWeights, dBias, dGamma, dBeta] = whole.gradients
    expect(frame.dGamma).toBeCloseTo(dGamma![unit]!, 14)
    expect(frame.dBeta).toBeCloseTo(dBeta![unit]!, 14)
    expect(Math.abs(frame.sumDx - dBias![unit]!)).toBeLessThan(1e-15)
    const ofUnit = dWeights!.filter((_, i) => i % 16 === unit)
    expect(frame.norm).toBeCloseTo(Math.hypot(...ofUnit), 13)
  })

  it('shows a sample whose neighbours turn it round', () => {
    expect(frame.direct[6]).toBeGreaterThan(0.08)
    expect(frame.throughMean[6]).toBeLessThan(-0.04)
    expect(frame.throughVariance[6]).toBeLessThan(-0.04)
    expect(frame.dx[6]).toBeLessThan(-0.02)
    expect(frame.xHat).toEqual(frame.xHat.toSorted())
  })

  it('has numeric slopes of the loss of the whole network, not of a formula', () => {
    frame.numeric.forEach((slope, i) => {
      const h = frame.h[i]!
      const [above, below] = [h, -h].map((by) =>
        lossWith(frame.x.with(i, frame.x[i]! + by), 1, 0),
      ) as [number, number]
      expect(slope).toBeCloseTo((above - below) / (2 * h), 9)
    })
  })
})

const ofOne = (field: { readonly min: number; readonly max: number }, log = false) =>
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) =>
      log
        ? field.min * (field.max / field.min) ** share
        : field.min + share * (field.max - field.min),
    )
const value = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000)
const lists = (of: fc.Arbitrary<number>) =>
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 7 }), of), {
    selector: ([i]) => i,
    maxLength: 8,
  })
/** Eight values near each other, to be told apart by a thousandth at least, or not at all. */
const clusters = fc
  .tuple(value(-6, 4), fc.constantFrom(0.001, 0.01, 0.1))
  .chain(([centre, apart]) =>
    fc
      .array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 8 })
      .map((steps) => steps.map((n, i) => [i, Number((centre + n * apart).toFixed(3))] as const)),
  )

const controls = {
  scale: ofOne(schema.scale, true),
  bias: ofOne(schema.bias),
  gamma: fc.option(ofOne(schema.gamma)),
  beta: fc.option(ofOne(schema.beta)),
  epsilon: fc.constantFrom(...schema.epsilon.choices),
  loss: fc.constantFrom(...schema.loss.choices),
}
/** Everything that the controls and the marks of the picture can reach. */
const reachable: fc.Arbitrary<Partial<Settings>> = fc.record({
  ...controls,
  moved: fc.oneof(fc.constant([]), lists(value(-6, 4))),
  gradients: lists(value(-1, 1)),
})
/** Everything that a link can say. */
const linked: fc.Arbitrary<Partial<Settings>> = fc.record({
  ...controls,
  moved: fc.oneof(lists(value(-1000, 1000)), clusters),
  gradients: lists(value(-100, 100)),
})

/** How far x̂ of the nearest sample is from the corner of its ReLU. */
const nearestCorner = ({ y, gamma }: BackwardFrame): number =>
  Math.min(...Array.from(y, (value) => Math.abs(value / gamma)))

/** Every numeric slope is that of the sum, or there is none, and then a corner. */
function expectChecked(frame: BackwardFrame, bound: (i: number) => number): void {
  frame.dx.forEach((slope, i) => {
    if (frame.smooth[i] === 1)
      expect(Math.abs(slope - frame.numeric[i]!)).toBeLessThanOrEqual(bound(i))
    else expect(nearestCorner(frame)).toBeLessThan(1e-5)
  })
}

describe('wherever the controls can go', () => {
  it('the gradient agrees with finite differences of the loss to a millionth', () => {
    fc.assert(
      fc.property(reachable, (patch) => {
        const frame = backwardFrame(patch)
        // What cancels is judged by what it is made of.
        const size = Math.max(largest(frame.dx), 1e-3 * largest(frame.direct))
        expectChecked(frame, () => 1e-6 * size)
      }),
      runs(2000),
    )
  }, 60_000)

  it('and as near as such a difference can come wherever a link leads', () => {
    fc.assert(
      fc.property(linked, (patch) => {
        const frame = backwardFrame(patch)
        const [size, parts] = [largest(frame.dx), largest(frame.direct)]
        const rounding = (2 ** -52 * largest(frame.x)) / frame.deviation
        // What curvature makes wrong, and the rounding of x̂ and of the loss.
        const share = (i: number): number => frame.h[i]! / frame.deviation
        expectChecked(
          frame,
          (i) =>
            1e-6 * size +
            parts * (15 * share(i) ** 2 + rounding / share(i)) +
            (2 ** -51 * Math.abs(frame.loss)) / frame.h[i]!,
        )
      }),
      runs(2000),
    )
  }, 60_000)

  it('a bias gets no gradient, and the three ways add up as they are shown', () => {
    fc.assert(
      fc.property(reachable, (patch) => {
        const frame = backwardFrame(patch)
        expect(Math.abs(frame.sumDx)).toBeLessThanOrEqual(1e-13 * (largest(frame.direct) + 1e-300))
        frame.dx.forEach((sum, i) => {
          const digits = frame.decimals[i]!
          const units = (part: number): number =>
            Math.round(Number(part.toFixed(digits)) * 10 ** digits)
          const parts = [frame.direct, frame.throughMean, frame.throughVariance]
          const shown = parts.reduce((all, part) => all + units(part[i]!), 0)
          // Never found apart in two thousand states; the last of ten tries may be.
          expect(Math.abs(shown - units(sum))).toBeLessThanOrEqual(digits > 10 ? 1 : 0)
        })
      }),
      runs(500),
    )
  }, 60_000)
})

describe('the scale of W', () => {
  const scales = [0.01, 0.1, 10, 100]

  it.each(scales)(
    '× %f leaves the loss alone and divides the gradient, without epsilon',
    (scale) => {
      const frame = backwardFrame({ scale })
      const one = backwardFrame()
      expect(frame.loss).toBeCloseTo(one.loss, 12)
      expect(frame.normRatio * scale).toBeCloseTo(1, 12)
      expect(Math.abs(frame.cosine)).toBeLessThan(1e-15)
      frame.dx.forEach((slope, i) => expect(slope * scale).toBeCloseTo(one.dx[i]!, 12))
    },
  )

  it.each([0.03, 0.05, 0.1])(
    '× %f, with epsilon, changes the loss too, and with a hundredfold epsilon much more',
    (scale) => {
      const [little, much] = (['1e-5', '1e-3'] as const).map((epsilon) => {
        const { loss, lossAtOne } = backwardFrame({ scale, epsilon })
        return Math.abs(loss - lossAtOne)
      })
      expect(little).toBeGreaterThan(1e-5)
      expect(much).toBeGreaterThan(10 * little!)
    },
  )

  it('small, and with epsilon, breaks all three, the more the larger it is', () => {
    const [little, much] = (['1e-5', '1e-3'] as const).map((epsilon) =>
      backwardFrame({ scale: 0.01, epsilon }),
    ) as [ReturnType<typeof backwardFrame>, ReturnType<typeof backwardFrame>]
    const off = ({ loss, lossAtOne }: typeof little): number => Math.abs(loss - lossAtOne)
    expect(off(little)).toBeGreaterThan(1e-5)
    expect(off(much)).toBeGreaterThan(5 * off(little))
    expect(little.cosine).toBeGreaterThan(0.02)
    expect(much.cosine).toBeGreaterThan(3 * little.cosine)
    expect(much.normRatio).toBeLessThan(little.normRatio)
    expect(little.normRatio).toBeLessThan(99.5)
  })

  it('with epsilon still is that of the network with its weights so multiplied', () => {
    for (const scale of scales)
      for (const epsilon of ['1e-5', '1e-3'] as const) {
        const frame = backwardFrame({ scale, epsilon })
        expect(frame.loss).toBeCloseTo(lossWith(frame.x, scale, Number(epsilon)), 13)
        const { x } = backwardFrame({ epsilon })
        expect(frame.lossAtOne).toBeCloseTo(lossWith(x, 1, Number(epsilon)), 13)
      }
  })
})

describe('what a hand can do', () => {
  it('a bias moves every x and mu, and nothing else', () => {
    const [frame, before] = [backwardFrame({ bias: 2.5 }), backwardFrame()]
    frame.x.forEach((x, i) => expect(x).toBeCloseTo(before.x[i]! + 2.5, 12))
    expect(frame.mu).toBeCloseTo(before.mu + 2.5, 12)
    for (const name of ['xHat', 'dXHat', 'dx'] as const)
      frame[name].forEach((one, i) => expect(one).toBeCloseTo(before[name][i]!, 12))
    expect(frame.loss).toBeCloseTo(before.loss, 13)
  })

  it('a gradient set by hand moves ∂L/∂x of all, and one sample alone does too', () => {
    const before = backwardFrame({ loss: 'linear' })
    expect([...before.dXHat]).toEqual([...backwardFrame().dXHat])
    const pulled = backwardFrame({ loss: 'linear', gradients: [[2, 0.1]] })
    expect([...pulled.dXHat].map((g, i) => g - before.dXHat[i]!)).toEqual([
      0, 0, 0.1, 0, 0, 0, 0, 0,
    ])
    pulled.dx.forEach((slope, i) => expect(slope).not.toBeCloseTo(before.dx[i]!, 4))
    const moved = backwardFrame({ moved: [[0, -4]] })
    moved.dx.forEach((slope, i) => expect(slope).not.toBeCloseTo(backwardFrame().dx[i]!, 4))
  })

  it('L = Σ g x̂ for such a loss', () => {
    const frame = backwardFrame({
      loss: 'linear',
      gradients: [
        [1, 0.2],
        [5, -0.1],
      ],
    })
    expect(frame.loss).toBeCloseTo(total(frame.dXHat.map((g, i) => g * frame.xHat[i]!)), 15)
    expect([frame.dGamma, frame.dBeta]).toEqual([0, 0])
  })

  it('only sample 7 in the loss: its share of it, and a gradient for all eight', () => {
    const [one, all] = [backwardFrame({ loss: 'one' }), backwardFrame()]
    expect(one.dXHat[6]).toBe(all.dXHat[6])
    expect([...one.dXHat].filter((g) => g !== 0)).toHaveLength(1)
    expect([...one.dx].every((slope) => Math.abs(slope) > 1e-4)).toBe(true)
    expect(one.loss).toBeLessThan(all.loss)
  })

  it('one step of gradient descent makes the loss what it says it will', () => {
    const frame = backwardFrame()
    const after = backwardFrame({ gamma: frame.nextGamma, beta: frame.nextBeta })
    expect(after.loss).toBeCloseTo(frame.nextLoss, 14)
    expect(after.loss).toBeLessThan(frame.loss)
    const h = 1e-5
    const at = (gamma: number, beta: number): number => backwardFrame({ gamma, beta }).loss
    const { gamma, beta } = frame
    expect((at(gamma + h, beta) - at(gamma - h, beta)) / (2 * h)).toBeCloseTo(frame.dGamma, 9)
    expect((at(gamma, beta + h) - at(gamma, beta - h)) / (2 * h)).toBeCloseTo(frame.dBeta, 9)
  })

  it('from ∂L/∂y it is gamma times to ∂L/∂x̂, and a sum over the batch to gamma and beta', () => {
    for (const patch of [{}, { gamma: -2, beta: 1 }, { loss: 'one' }] as const) {
      const frame = backwardFrame(patch)
      const { affine } = network
      const ofUnit = {
        gamma: Float64Array.of(patch.gamma ?? affine.gamma[unit]!),
        beta: Float64Array.of(patch.beta ?? affine.beta[unit]!),
        epsilon: 0,
      }
      const { y } = batchNormForward({ samples: 8, features: 1, values: frame.x }, ofUnit)
      y.forEach((value, i) => expect(frame.y[i]).toBeCloseTo(value, 14))
      frame.y.forEach((value, i) => value <= 0 && expect(frame.dY[i]).toBe(0))
      frame.dXHat.forEach((slope, i) => expect(slope).toBeCloseTo(frame.gamma * frame.dY[i]!, 15))
      const times = frame.dY.map((slope, i) => slope * frame.xHat[i]!)
      expect([total(times), total(frame.dY)]).toEqual([
        expect.closeTo(frame.dGamma, 15),
        expect.closeTo(frame.dBeta, 15),
      ])
    }
  })

  it('at the corner of a ReLU there is no numeric slope, and beside it there is', () => {
    const equal = (to: number) => Array.from({ length: 8 }, (_, i) => [i, to] as const)
    const [at, beside] = [0, 1e-3].map((beta) => backwardFrame({ moved: equal(-6), beta }))
    expect([...at!.smooth, ...at!.numeric]).toEqual(Array.from({ length: 16 }, () => 0))
    expect([...at!.dx]).toEqual(Array.from({ length: 8 }, () => 0))
    expect([...beside!.smooth]).toEqual(Array.from({ length: 8 }, () => 1))
    beside!.dx.forEach((slope, i) => expect(beside!.numeric[i]).toBeCloseTo(slope, 6))
    // A ReLU behind a sample that does not count is no corner of the loss.
    const { xHat } = backwardFrame()
    const corner = backwardFrame({ beta: -2 * xHat[2]!, gamma: 2 })
    expect(Math.abs(corner.y[2]!)).toBeLessThan(1e-15)
    expect([...corner.smooth]).toContain(0)
    const other = backwardFrame({ beta: -2 * xHat[2]!, gamma: 2, loss: 'one' })
    expect([...other.smooth]).toEqual(Array.from({ length: 8 }, () => 1))
  })

  it('a loss that is 0 but for round-off is 0, and so is what cancels on the three ways', () => {
    const equal = Array.from({ length: 8 }, (_, i) => [i, 0.1] as const)
    const frame = backwardFrame({ loss: 'linear', gradients: equal })
    expect([frame.loss, frame.lossAtOne, frame.sumDXHatXHat]).toEqual([0, 0, 0])
    expect([...frame.throughVariance, ...frame.dx].every((value) => value === 0)).toBe(true)
  })

  it('dots dropped one after the other do not move the axis under the next', () => {
    const start = backwardFrame().dXHat
    const ends = Array.from({ length: 8 }, (_, k) => {
      const gradients = Array.from(start, (g, i) => [i, i <= k ? 0.1 : g] as const)
      const { directTop, directBottom, dxReach } = backwardFrame({ loss: 'linear', gradients })
      return [directTop, directBottom, dxReach].join()
    })
    expect(new Set(ends).size).toBe(1)
  })

  it('what a link says closer together than a hand can set it is what a hand would set', () => {
    const moved = schema.moved.parse('0:1,1:1,2:1,3:1,4:1,5:1,6:1,7:1.00000000001')!
    expect(moved.at(-1)).toEqual([7, 1])
    expect(backwardFrame({ moved }).variance).toBe(0)
    expect(schema.gradients.parse('3:0.12345')).toEqual([[3, 0.1235]])
    expect(schema.moved.parse('0:1001')).toBeUndefined()
  })

  it.each([1, 2, 3, 4, 5, 6])('links with values 10^-%i apart do not throw', (power) => {
    for (const [scale, bias] of [
      [0.01, 3],
      [1, 0],
      [100, -3],
    ] as const)
      for (const centre of [0, 1, 999]) {
        const text = Array.from({ length: 8 }, (_, i) => `${i}:${centre + (i % 3) * 10 ** -power}`)
        const frame = backwardFrame({ moved: schema.moved.parse(text.join())!, scale, bias })
        expect(frame.dx.every((slope) => Number.isFinite(slope))).toBe(true)
      }
  })

  it('eight equal values have an epsilon to stand on, and a gradient of nothing', () => {
    const equal = Array.from({ length: 8 }, (_, i) => [i, 1.5] as const)
    const frame = backwardFrame({ moved: equal })
    expect([...frame.xHat]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect([frame.variance, frame.epsilon]).toEqual([0, 1e-5])
    expect(Math.abs(total(frame.dx))).toBeLessThan(1e-12 * largest(frame.direct))
  })
})

describe('Adam on a bias before normalization', () => {
  const frame = backwardFrame()

  it('drifts by round-off alone, and by more the coarser it is', () => {
    expect(frame.driftSteps).toBe(40)
    expect(frame.drift64).toBeGreaterThan(0)
    expect(frame.drift64).toBeLessThan(1e-9)
    expect(frame.drift32).toBeGreaterThan(1e5 * frame.drift64)
    expect(frame.drift32).toBeLessThan(0.1)
  })
})
