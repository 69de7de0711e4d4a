import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchNormBackward, batchNormForward } from '../../src/math/batchNorm.ts'
import { batchNormPaths, reachOfOne } from '../../src/math/batchNormPaths.ts'
import { runs } from '../support/property.ts'

const numbers = (length: number) =>
  fc.array(
    fc.integer({ min: -4000, max: 4000 }).map((n) => n / 1000),
    {
      minLength: length,
      maxLength: length,
    },
  )

const cases = fc
  .integer({ min: 2, max: 9 })
  .chain((m) => fc.record({ x: numbers(m), g: numbers(m), epsilon: fc.constantFrom(1e-5, 0.1) }))

function pathsOf(x: readonly number[], g: readonly number[], epsilon: number) {
  const batch = { samples: x.length, features: 1, values: Float64Array.from(x) }
  const affine = { gamma: Float64Array.of(1), beta: Float64Array.of(0), epsilon }
  const forward = batchNormForward(batch, affine)
  const dXHat = Float64Array.from(g)
  const paths = batchNormPaths(dXHat, forward.xHat, forward.variance[0]!, epsilon)
  return { batch, affine, forward, dXHat, paths }
}

describe('the three ways of a gradient through a normalization', () => {
  it('are those of the worked example', () => {
    // x = 1, 2, 3, 6: mean 3, variance 3.5; only the first sample counts.
    const { paths, forward } = pathsOf([1, 2, 3, 6], [1, 0, 0, 0], 0)
    const root = Math.sqrt(3.5)
    expect([...paths.direct]).toEqual([1 / root, 0, 0, 0])
    for (const value of paths.throughMean) expect(value).toBeCloseTo(-1 / (4 * root), 15)
    paths.throughVariance.forEach((value, i) =>
      expect(value).toBeCloseTo((-forward.xHat[i]! * (-2 / root)) / (4 * root), 15),
    )
    expect(paths.dMean).toBeCloseTo(-1 / root, 15)
    // ∂L/∂σ² = -½ Σ g (x - mu) (σ²)^(-3/2)
    expect(paths.dVariance).toBeCloseTo((-0.5 * -2) / 3.5 ** 1.5, 15)
  })

  it('add up to the gradient of the layer', () => {
    fc.assert(
      fc.property(cases, ({ x, g, epsilon }) => {
        const { batch, affine, forward, dXHat, paths } = pathsOf(x, g, epsilon)
        const { dx } = batchNormBackward(dXHat, batch, affine, forward)
        const largest = Math.max(1e-300, ...paths.direct.map(Math.abs))
        dx.forEach((value, i) =>
          expect(Math.abs(value - paths.dx[i]!)).toBeLessThan(1e-13 * largest),
        )
      }),
      runs(300),
    )
  })

  it('leave neither an average nor, without epsilon, a tilt', () => {
    const { paths, forward } = pathsOf([0.3, -1, 2, 5, 0.1], [3, -2, 0.5, 1, 7], 0)
    const sum = paths.dx.reduce((a, b) => a + b, 0)
    const tilt = paths.dx.reduce((total, value, i) => total + value * forward.xHat[i]!, 0)
    expect(Math.abs(sum)).toBeLessThan(1e-14)
    expect(Math.abs(tilt)).toBeLessThan(1e-14)
  })

  it('with epsilon leave the tilt Σ g x̂ ε / (σ² + ε)^1.5', () => {
    const { paths, forward, dXHat } = pathsOf([0.3, -1, 2, 5, 0.1], [3, -2, 0.5, 1, 7], 0.5)
    const tilt = paths.dx.reduce((total, value, i) => total + value * forward.xHat[i]!, 0)
    const upstream = dXHat.reduce((total, value, i) => total + value * forward.xHat[i]!, 0)
    expect(tilt).toBeCloseTo((upstream * 0.5) / (forward.variance[0]! + 0.5) ** 1.5, 12)
  })

  it('are for one sample alone its row of ∂x̂/∂x', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ x, epsilon }, any) => {
        const k = any % x.length
        const alone = x.map((_, i) => (i === k ? 1 : 0))
        const { paths, forward } = pathsOf(x, alone, epsilon)
        const deviation = Math.sqrt(forward.variance[0]! + epsilon)
        reachOfOne(forward.xHat, k).forEach((share, i) =>
          expect(share).toBeCloseTo(paths.dx[i]! * deviation, 12),
        )
      }),
      runs(300),
    )
  })

  it('are not defined where nothing stands under the line, nor for what is no number', () => {
    const two = Float64Array.of(0, 0)
    expect(() => batchNormPaths(two, two, 0, 0)).toThrow(RangeError)
    expect(() => batchNormPaths(Float64Array.of(NaN, 0), two, 1, 0)).toThrow(/dXHat/)
    expect(() => batchNormPaths(Float64Array.of(1), two, 1, 0)).toThrow(/dXHat/)
  })
})
