import { describe, expect, it } from 'vitest'
import { type ActivationName, activations, isSaturated } from '../../src/math/activation.ts'

const names: readonly ActivationName[] = ['sigmoid', 'tanh', 'relu']
const points = [-800, -40, -3.7, -2, -0.5, -1e-9, 1e-9, 0.25, 1, 3.6, 25, 800]

describe('activations', () => {
  it('agree with the engine to the last digits', () => {
    for (const z of points) {
      expect(activations.sigmoid.value(z)).toBeCloseTo(1 / (1 + Math.exp(-z)), 14)
      expect(activations.tanh.value(z)).toBeCloseTo(Math.tanh(z), 14)
      expect(activations.relu.value(z)).toBe(Math.max(0, z))
    }
  })

  it('stay finite and within their range far out', () => {
    expect(activations.sigmoid.value(-1e4)).toBe(0)
    expect(activations.sigmoid.value(1e4)).toBe(1)
    expect(activations.tanh.value(-1e4)).toBe(-1)
    expect(activations.tanh.value(1e4)).toBe(1)
  })

  it.each(names)('the slope of %s agrees with central differences', (name) => {
    const { value, slope } = activations[name]
    const h = 1e-5
    for (const z of [-4, -1.5, -0.2, 0.3, 2, 3.64]) {
      // Truncation h² / 6 times a third derivative of at most 2, and round-off 1e-16 / h.
      expect(slope(z)).toBeCloseTo((value(z + h) - value(z - h)) / (2 * h), 9)
    }
  })

  it.each(names)('%s is nowhere steeper than its steepest slope, and reaches it', (name) => {
    const { slope, steepest } = activations[name]
    const slopes = Array.from({ length: 2001 }, (_, i) => slope((i - 1000) / 100))
    expect(Math.max(...slopes)).toBe(steepest)
  })

  it.each(names)('%s is saturated outside its lively part and only there', (name) => {
    const activation = activations[name]
    const { from, to } = activation.lively
    expect(isSaturated(activation, from - 1e-6)).toBe(true)
    expect(isSaturated(activation, from + 1e-6)).toBe(false)
    if (!Number.isFinite(to)) return
    expect(isSaturated(activation, to - 1e-6)).toBe(false)
    expect(isSaturated(activation, to + 1e-6)).toBe(true)
  })

  it('the edge of the sigmoid is where s (1 - s) is a fortieth', () => {
    const s = activations.sigmoid.value(activations.sigmoid.lively.to)
    expect(s * (1 - s)).toBeCloseTo(1 / 40, 14)
    expect(activations.sigmoid.lively.to).toBeCloseTo(3.6369, 4)
    expect(activations.tanh.lively.to).toBeCloseTo(1.8184, 4)
  })

  it('ReLU passes nothing at 0 and below', () => {
    expect(activations.relu.slope(0)).toBe(0)
    expect(isSaturated(activations.relu, 0)).toBe(true)
    expect(isSaturated(activations.relu, 800)).toBe(false)
  })
})
