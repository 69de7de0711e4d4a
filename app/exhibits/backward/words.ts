import type { Focus, LiveValue } from '../../../src/exhibit/exhibit.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatFixed, formatPower } from '../../../src/exhibit/formatNumber.ts'
import type { SymbolName } from '../../../src/settings/field.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { leastDigits } from '../../../src/math/addingDigits.ts'
import { shownDigits } from '../../../src/exhibit/shownDigits.ts'
import { networkOptions } from './networkOptions.ts'
import { only, type Settings } from './settings.ts'
import { shownRest } from './shownWords.ts'
import type { Text } from './text/en.ts'

type Values = Readonly<Record<string, LiveValue>>

/** The figure in one sentence. */
export function describe(frame: BackwardFrame, text: Text, { sample }: Settings): string {
  const i = sample - 1
  const digits = frame.decimals[i]!
  return filled(frame.smooth[i] === 1 ? text.describe : text.describeCorner, {
    i: String(sample),
    d: formatFixed(frame.direct[i]!, digits),
    a: formatFixed(frame.throughMean[i]!, digits),
    b: formatFixed(frame.throughVariance[i]!, digits),
    t: formatFixed(frame.dx[i]!, digits),
    e: formatPower(Math.abs(frame.numeric[i]! - frame.dx[i]!)),
  })
}

/** The numbers of the prose; of paragraphs that speak of different states those of the one that is there. */
export function values(frame: BackwardFrame, _focus: Focus, settings: Settings): Values {
  const i = settings.sample - 1
  const digits = frame.decimals[i]!
  const fixed = (value: number, symbol: SymbolName): LiveValue => ({
    value: formatFixed(value, digits),
    symbol,
  })
  const total = frame.dx[i]!
  return {
    ...wayOf(frame, i, fixed, digits, settings.view === 'batch'),
    ...stateOf(frame, settings),
    i: { value: String(settings.sample) },
    total: fixed(total, 'x'),
    ...(frame.smooth[i] === 1
      ? {
          error: { value: formatPower(Math.abs(frame.numeric[i]! - total)) },
          h: { value: formatPower(frame.h[i]!) },
        }
      : { corner: zero }),
    sumDx: { value: shownRest(frame.sumDx), symbol: 'x' },
    sumDxXHat: { value: shownRest(frame.sumDxXHat), symbol: 'x' },
    scale: { value: frame.scale },
    loss: { value: frame.loss, digits: 7 },
    lossAtOne: { value: frame.lossAtOne, digits: 7 },
    ...(settings.moved.length === 0 && frame.norm > 0
      ? {
          norm: { value: frame.norm, digits: 4 },
          normAtOne: { value: frame.normAtOne, digits: 4 },
          cosine: { value: shownRest(frame.cosine) },
        }
      : {}),
    drift64: { value: formatPower(frame.drift64) },
    drift32: { value: shownRest(frame.drift32) },
    driftSteps: { value: String(frame.driftSteps) },
    driftBatch: { value: String(networkOptions.batchSize) },
    steps: { value: String(networkOptions.steps) },
    units: { value: String(networkOptions.hidden) },
    m: { value: String(frame.samples) },
    u: { value: String(frame.unit + 1) },
  }
}

const zero: LiveValue = { value: '0' }

/** Numbers of the paragraphs that only some states have: which loss there is, and what becomes of it before x̂. */
function stateOf(frame: BackwardFrame, { loss, view, epsilon, sample }: Settings): Values {
  const { dXHat, y, gamma } = frame
  const silent = dXHat.every((slope) => slope === 0)
  const counts = (i: number): boolean => loss === 'all' || i === only - 1
  const shut = !y.some((value, i) => counts(i) && value > 0)
  return {
    ...(frame.epsilon === Number(epsilon)
      ? {}
      : { standIn: { value: formatPower(frame.epsilon) } }),
    ...(loss === 'one' ? onlyOne(frame, silent) : {}),
    ...(loss === 'linear' ? { linear: { value: 'Σ g x̂' } } : {}),
    ...(silent && loss === 'linear' ? { unasked: zero } : {}),
    ...(loss !== 'linear' && shut ? { shut: zero } : {}),
    ...(loss !== 'linear' && !shut && gamma === 0 ? { unscaled: zero } : {}),
    ...(view === 'graph' ? { edge: zero } : {}),
    ...(view === 'graph' && loss !== 'linear' && !shut ? upstreamOf(frame, sample - 1) : {}),
  }
}

function onlyOne({ dx, samples }: BackwardFrame, silent: boolean): Values {
  const name = { value: String(only) }
  if (silent) return { onlyShut: name }
  const all = dx.every((slope) => slope !== 0)
  return all ? { only: name, others: { value: String(samples - 1) } } : { onlySome: name }
}

/** From ∂L/∂y to ∂L/∂x̂, with digits at which the product works by hand. */
function upstreamOf({ y, dY, dXHat, gamma, dGamma, dBeta }: BackwardFrame, i: number): Values {
  if (y[i]! <= 0) return { shutY: { value: y[i]!, symbol: 'y' } }
  const numbers = { gamma, dY: dY[i]!, dXHat: dXHat[i]! }
  const digits = shownDigits(numbers, 'dXHat', (shown) => shown['gamma']! * shown['dY']!, {
    digits: Math.max(3, leastDigits(numbers.dXHat) - 1),
  })
  return {
    factor: { value: gamma, digits: digits.operands, symbol: 'gamma' },
    slopeY: { value: numbers.dY, digits: digits.operands, symbol: 'y' },
    slopeXHat: { value: formatFixed(numbers.dXHat, digits.result), symbol: 'xhat' },
    dGamma: { value: dGamma, digits: 3, symbol: 'gamma' },
    dBeta: { value: dBeta, digits: 3, symbol: 'beta' },
  }
}

/** How the neighbours change what a sample asks for: they turn it round, or not. */
function wayOf(
  frame: BackwardFrame,
  i: number,
  fixed: (value: number, symbol: SymbolName) => LiveValue,
  digits: number,
  whole: boolean,
): Values {
  const direct = frame.direct[i]!
  const total = frame.dx[i]!
  if (whole) return { average: fixed(frame.average, 'mu'), tilt: fixed(frame.slope, 'variance') }
  const statistics = fixed(frame.throughMean[i]! + frame.throughVariance[i]!, 'mu')
  if (direct === 0) {
    if (total === 0) return frame.dXHat.some((slope) => slope !== 0) ? { idle: zero } : {}
    const shown = fixed(total, 'x')
    const lent =
      Number(total.toFixed(digits)) === 0 ? { ...shown, value: formatPower(total) } : shown
    return { alone: zero, lent }
  }
  return {
    [direct * total < 0 ? 'turned' : 'kept']: fixed(direct, 'xhat'),
    neighbours: statistics,
  }
}
