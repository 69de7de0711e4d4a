import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backends, unit } from './matrices.ts'
import { runNorm } from './normRun.ts'

interface GoldenCase {
  readonly name: string
  readonly samples: number
  readonly features: number
  readonly epsilon: number
  readonly x: number[]
  readonly gamma: number[]
  readonly beta: number[]
  readonly dy: number[]
  readonly expected: Readonly<Record<'mean' | 'y' | 'dx' | 'dGamma' | 'dBeta', number[]>>
}

const file = new URL('../fixtures/batchnorm.pytorch.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: GoldenCase[] }

/** By how much x moves when it is rounded to float32, in standard deviations of its feature. */
function lostInX({ samples, features, x, epsilon }: GoldenCase): number {
  const column = (f: number) => Array.from({ length: samples }, (_, b) => x[b * features + f]!)
  return Math.max(
    ...Array.from({ length: features }, (_, f) => {
      const values = column(f)
      const mean = values.reduce((a, b) => a + b) / samples
      const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / samples
      const largest = Math.max(...values.map(Math.abs))
      return (unit * largest) / Math.sqrt(variance + epsilon)
    }),
  )
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs))

describe.each(backends)('%s', (_, create) => {
  it.each(cases.map((golden) => [golden.name, golden] as const))(
    'gives what PyTorch gives, within the reach of float32: %s',
    (_, golden) => {
      const { samples: rows, features: columns, x, dy, gamma, beta, epsilon, expected } = golden
      const { found } = runNorm(create(), {
        rows,
        columns,
        epsilon,
        x: (i) => x[i]!,
        dy: (i) => dy[i]!,
        gamma: (f) => gamma[f]!,
        beta: (f) => beta[f]!,
      })
      // Rounding moves x, gamma, beta and dy by a unit each, the sums by no more than 26.
      const reach = 30 * unit + 4 * lostInX(golden)
      const columnsFound = { ...found, mean: found.mu }
      for (const key of ['mean', 'y', 'dx', 'dGamma', 'dBeta'] as const) {
        const size = key === 'dx' ? largest(dy) * largest(gamma) : largest(expected[key])
        const most = reach * Math.max(size, 1e-3) * (key.startsWith('d') ? rows : 1)
        expected[key].forEach((value, i) =>
          expect(Math.abs(columnsFound[key][i]! - value), `${key}[${i}]`).toBeLessThan(most),
        )
      }
    },
  )
})
