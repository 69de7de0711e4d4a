// What the kernels cost, in Node: tools/bench.mjs loads this through Vite.
import { createFloat32 } from '../../src/kernels/float32.ts'
import { createWasm } from '../../src/kernels/wasm.ts'
import { createRandom } from '../../src/random/random.ts'
import { quantile, shortened } from './measures.mjs'

/** @typedef {import('../../src/kernels/backend.ts').Backend} Backend */

const rounds = 21
const roundMs = 4
const shapes = /** @type {const} */ ([
  [32, 128],
  [256, 512],
  [4096, 256],
  [65536, 64],
])

/**
 * The passes of batch normalization on one batch of a backend.
 * @param {Backend} backend
 * @param {number} rows
 * @param {number} columns
 */
function passes(backend, rows, columns) {
  const { normal } = createRandom(1, 'bench')
  const sample = Float32Array.from({ length: 4096 }, normal)
  /** @param {number} height */
  const filled = (height) => {
    const matrix = backend.matrix(height, columns)
    for (let i = 0; i < matrix.values.length; i++) matrix.values[i] = sample[i % 4093] ?? 0
    return matrix
  }
  const [x, dy] = [filled(rows), filled(rows)]
  const [y, dx] = [backend.matrix(rows, columns), backend.matrix(rows, columns)]
  const parameters = { gamma: filled(1), beta: filled(1), epsilon: 1e-5 }
  const statistics = { mu: backend.column(columns), variance: backend.column(columns) }
  const gradient = { dx, dGamma: backend.matrix(1, columns), dBeta: backend.matrix(1, columns) }
  const forward = () => backend.batchNormForward(x, parameters, statistics, y)
  const backward = () => backend.batchNormBackward(dy, x, parameters, statistics, gradient)
  return {
    forward,
    both: () => {
      forward()
      backward()
    },
    copy: () => y.values.set(x.values),
  }
}

/**
 * Median microseconds of each, measured in turn, round after round, so that a slow moment of the machine meets all.
 * @param {Readonly<Record<string, () => void>>} contenders
 * @returns {Record<string, number>}
 */
function medians(contenders) {
  /** @type {Map<string, { readonly run: () => void, readonly times: number, readonly found: number[] }>} */
  const field = new Map()
  for (const [name, run] of Object.entries(contenders)) {
    for (let i = 0; i < 3; i++) run()
    let count = 0
    const start = performance.now()
    while (performance.now() - start < 10 * roundMs) {
      run()
      count++
    }
    field.set(name, { run, times: Math.ceil(count / 10), found: [] })
  }
  for (let round = 0; round < rounds; round++) {
    for (const { run, times, found } of field.values()) {
      const start = performance.now()
      for (let i = 0; i < times; i++) run()
      found.push((1000 * (performance.now() - start)) / times)
    }
  }
  return Object.fromEntries([...field].map(([name, { found }]) => [name, quantile(found, 0.5)]))
}

/**
 * A dense layer on one batch of a backend.
 * @param {Backend} backend
 * @param {number} rows
 * @param {number} inputs
 * @param {number} outputs
 */
function dense(backend, rows, inputs, outputs) {
  const { normal } = createRandom(2, 'bench')
  /** @type {(rows: number, columns: number) => import('../../src/kernels/backend.ts').Matrix} */
  const filled = (height, width) => {
    const matrix = backend.matrix(height, width)
    matrix.values.set(matrix.values.map(normal))
    return matrix
  }
  const [x, dy, y] = [filled(rows, inputs), filled(rows, outputs), backend.matrix(rows, outputs)]
  const layer = { weights: filled(inputs, outputs), bias: filled(1, outputs) }
  const gradient = {
    dWeights: backend.matrix(inputs, outputs),
    dBias: backend.matrix(1, outputs),
    dx: backend.matrix(rows, inputs),
  }
  return {
    forward: () => backend.denseForward(x, layer, y),
    backward: () => backend.denseBackward(dy, x, layer, gradient),
  }
}

/** @type {(what: string, median: number | undefined, unit: string, goal?: string) => { what: string, median: number, unit: string, goal: string }} */
const row = (what, median, unit, goal = '') => ({
  what,
  median: shortened(median ?? NaN),
  unit,
  goal,
})

/** Rows of the table: times, then ratios of medians. */
export function kernelRows() {
  return [...shapes.flatMap(([rows, columns]) => normRows(rows, columns)), ...denseRows()]
}

function denseRows() {
  const [rows, inputs, outputs] = [32, 784, 128]
  const wasm = dense(createWasm(2 ** 22), rows, inputs, outputs)
  const script = dense(createFloat32(), rows, inputs, outputs)
  const found = medians({
    forward: wasm.forward,
    backward: wasm.backward,
    scriptForward: script.forward,
    scriptBackward: script.backward,
  })
  const { forward = NaN, backward = NaN, scriptForward = NaN, scriptBackward = NaN } = found
  const shape = `dense ${rows} x ${inputs} x ${outputs}`
  return [
    row(`${shape}: forward`, forward, 'µs'),
    row(`${shape}: forward, TypeScript / wasm`, scriptForward / forward, 'x'),
    row(`${shape}: backward`, backward, 'µs'),
    row(`${shape}: backward, TypeScript / wasm`, scriptBackward / backward, 'x'),
  ]
}

/**
 * @param {number} rows
 * @param {number} columns
 */
function normRows(rows, columns) {
  const bytes = 4 * rows * columns
  const wasm = passes(createWasm(4 * bytes + 2 ** 20), rows, columns)
  const script = passes(createFloat32(), rows, columns)
  const found = medians({
    forward: wasm.forward,
    scriptForward: script.forward,
    copy: wasm.copy,
    both: wasm.both,
    scriptBoth: script.both,
  })
  const { forward = NaN, both = NaN, copy = NaN, scriptForward = NaN, scriptBoth = NaN } = found
  const shape = `batch normalization ${rows} x ${columns}`
  const copyGoal = rows === 4096 ? '<= 4' : rows === 65536 ? '<= 2.5' : ''
  return [
    row(`${shape}: forward`, forward, 'µs'),
    row(`${shape}: forward, TypeScript / wasm`, scriptForward / forward, 'x', '>= 4'),
    row(`${shape}: forward / copy of x`, forward / copy, 'x', copyGoal),
    row(`${shape}: forward + backward`, both, 'µs'),
    row(`${shape}: forward + backward, TypeScript / wasm`, scriptBoth / both, 'x'),
  ]
}
