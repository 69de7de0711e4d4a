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

/** Rows of the table, for each shape: times, then ratios of medians. */
export function kernelRows() {
  return shapes.flatMap(([rows, columns]) => {
    const bytes = 4 * rows * columns
    const wasm = passes(createWasm(4 * bytes + 2 ** 20), rows, columns)
    const script = passes(createFloat32(), rows, columns)
    const { forward, both, copy, scriptForward, scriptBoth } = medians({
      forward: wasm.forward,
      scriptForward: script.forward,
      copy: wasm.copy,
      both: wasm.both,
      scriptBoth: script.both,
    })
    const shape = `batch normalization ${rows} x ${columns}`
    /** @type {(what: string, median: number | undefined, unit: string, goal?: string) => { what: string, median: number, unit: string, goal: string }} */
    const row = (what, median, unit, goal = '') => ({
      what: `${shape}: ${what}`,
      median: shortened(median ?? NaN),
      unit,
      goal,
    })
    const copyGoal = rows === 4096 ? '<= 4' : rows === 65536 ? '<= 2.5' : ''
    return [
      row('forward', forward, 'µs'),
      row('forward, TypeScript / wasm', (scriptForward ?? NaN) / (forward ?? NaN), 'x', '>= 4'),
      row('forward / copy of x', (forward ?? NaN) / (copy ?? NaN), 'x', copyGoal),
      row('forward + backward', both, 'µs'),
      row('forward + backward, TypeScript / wasm', (scriptBoth ?? NaN) / (both ?? NaN), 'x'),
    ]
  })
}
