import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/kernels/backend.ts'
import { activations, type ActivationName } from '../../src/math/activation.ts'
import { createRandom } from '../../src/random/random.ts'
import { backends, filled, numbersOf, unit, unwritten } from './matrices.ts'

const names = Object.keys(activations) as ActivationName[]
const wide = Float64Array.from({ length: 4001 }, (_, i) => (i - 2000) / 100)
const near = Float64Array.from({ length: 401 }, (_, i) => 1e-6 * 1.05 ** i * (i % 2 === 0 ? 1 : -1))
const edges = [0, -0, 87, -87, 88.5, -88.5, 1e4, -1e4, 3e38, -3e38]
const all = [...wide, ...near, ...edges]

function run(backend: Backend, name: ActivationName, numbers: readonly number[]) {
  const { normal } = createRandom(4, 'da')
  const [rows, columns] = [1, numbers.length]
  const z = filled(backend, rows, columns, (i) => numbers[i]!)
  const da = filled(backend, rows, columns, normal)
  const [a, dz] = [unwritten(backend, rows, columns), unwritten(backend, rows, columns)]
  backend.activate(name, z, a)
  backend.activateBackward(name, da, a, dz)
  return { z: numbersOf(z), a: numbersOf(a), da: numbersOf(da), dz: numbersOf(dz) }
}

describe.each(backends)('%s', (_, create) => {
  it.each(names)('%s is right to six units, near 0 and far out', (name) => {
    const { z, a } = run(create(), name, all)
    const { value } = activations[name]
    z.forEach((at, i) => {
      const truth = value(at)
      // Below 1e-37 float32 runs out of digits.
      const most = 6 * unit * Math.abs(truth) + 1e-37
      expect(Math.abs(a[i]! - truth), `${name}(${at})`).toBeLessThanOrEqual(most)
    })
  })

  it.each(names)('the gradient of %s is its slope times da', (name) => {
    const { z, da, dz } = run(create(), name, all)
    const { slope } = activations[name]
    z.forEach((at, i) => {
      const truth = da[i]! * slope(at)
      // The slope comes from the rounded a, at most 1, six units from its place.
      expect(Math.abs(dz[i]! - truth), `${name}'(${at})`).toBeLessThan(15 * unit * Math.abs(da[i]!))
    })
  })

  it.each(names)('%s leaves NaN to be seen, and only there', (name) => {
    const { a } = run(create(), name, [NaN, 1, 2, 3, 4, NaN])
    expect([...a].map(Number.isNaN)).toEqual([true, false, false, false, false, true])
  })

  it('refuses matrices of other shapes', () => {
    const { activate, activateBackward, matrix } = create()
    expect(() => activate('relu', matrix(2, 3), matrix(2, 4))).toThrow(
      new RangeError('a must be 2 x 3, got 2 x 4'),
    )
    expect(() => activateBackward('tanh', matrix(2, 3), matrix(2, 4), matrix(2, 4))).toThrow(
      new RangeError('da must be 2 x 4, got 2 x 3'),
    )
    expect(() => activateBackward('tanh', matrix(2, 3), matrix(2, 3), matrix(3, 3))).toThrow(
      new RangeError('dz must be 2 x 3, got 3 x 3'),
    )
  })
})
