import { averaged, correctedAverage } from '../math/movingAverage.ts'

interface Averaging {
  readonly keepRate: number
  readonly start: number
  readonly corrected: boolean
}

/** Of what is remembered after t batches, entry t, over many runs; empty where there are not two. */
export interface AcrossRuns {
  readonly mean: Float64Array
  /** The standard deviation: the root of the unbiased variance, for there may be as few as ten runs. */
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
  if (runs < 2) return { mean: new Float64Array(0), deviation: new Float64Array(0) }
  const mean = new Float64Array(steps + 1)
  const deviation = new Float64Array(steps + 1)
  mean[0] = start
  const running = new Float64Array(runs).fill(start)
  for (let t = 1; t <= steps; t++) {
    let sum = 0
    let squares = 0
    for (let k = 0; k < runs; k++) {
      running[k] = averaged(keepRate, running[k]!, values[k * steps + t - 1]!)
      const remembered = corrected ? correctedAverage(running[k]!, start, powers[t]!) : running[k]!
      const change = remembered - sum
      sum += change / (k + 1)
      squares += change * (remembered - sum)
    }
    mean[t] = sum
    deviation[t] = Math.sqrt(squares / (runs - 1))
  }
  return { mean, deviation }
}
