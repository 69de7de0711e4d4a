import { correctedAverage } from '../math/movingAverage.ts'

interface Averaging {
  readonly keepRate: number
  readonly start: number
  readonly corrected: boolean
}

/** Of what is remembered after t batches, entry t, over many runs; empty where there are none. */
export interface AcrossRuns {
  readonly mean: Float64Array
  /** The standard deviation, as a sum over n runs divided by n. */
  readonly deviation: Float64Array
}

/**
 * @param values those of run after run, `powers.length - 1` of each
 * @param powers keepRate^t
 */
export function acrossRuns(
  values: Float64Array,
  powers: Float64Array,
  { keepRate, start, corrected }: Averaging,
): AcrossRuns {
  const steps = powers.length - 1
  const runs = Math.floor(values.length / steps)
  if (runs === 0) return { mean: new Float64Array(0), deviation: new Float64Array(0) }
  const mean = new Float64Array(steps + 1)
  const deviation = new Float64Array(steps + 1)
  mean[0] = start
  const running = new Float64Array(runs).fill(start)
  for (let t = 1; t <= steps; t++) {
    let sum = 0
    let squares = 0
    for (let k = 0; k < runs; k++) {
      running[k] = keepRate * running[k]! + (1 - keepRate) * values[k * steps + t - 1]!
      const remembered = corrected ? correctedAverage(running[k]!, start, powers[t]!) : running[k]!
      const change = remembered - sum
      sum += change / (k + 1)
      squares += change * (remembered - sum)
    }
    mean[t] = sum
    deviation[t] = Math.sqrt(squares / runs)
  }
  return { mean, deviation }
}
