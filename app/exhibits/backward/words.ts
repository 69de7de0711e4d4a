import type { Focus, LiveValue } from '../../../src/exhibit/exhibit.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatFixed, formatPower } from '../../../src/exhibit/formatNumber.ts'
import type { SymbolName } from '../../../src/settings/field.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { networkOptions } from './networkOptions.ts'
import { only, type Settings } from './settings.ts'
import { shownRest } from './shownWords.ts'
import type { Text } from './text/en.ts'

type Values = Readonly<Record<string, LiveValue>>

/** The figure in one sentence. */
export function describe(frame: BackwardFrame, text: Text, { sample }: Settings): string {
  const i = sample - 1
  const digits = frame.decimals[i]!
  return filled(text.describe, {
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
    ...wayOf(frame, i, fixed, settings.view === 'batch'),
    ...(settings.loss === 'one'
      ? { only: { value: String(only) }, others: { value: String(frame.samples - 1) } }
      : {}),
    ...(settings.loss === 'linear' ? { linear: { value: 'Σ g x̂' } } : {}),
    i: { value: String(settings.sample) },
    total: fixed(total, 'x'),
    error: { value: formatPower(Math.abs(frame.numeric[i]! - total)) },
    h: { value: formatPower(frame.h[i]!) },
    sumDx: { value: shownRest(frame.sumDx), symbol: 'x' },
    sumDxXHat: { value: shownRest(frame.sumDxXHat), symbol: 'x' },
    scale: { value: frame.scale },
    loss: { value: frame.loss, digits: 7 },
    lossAtOne: { value: frame.lossAtOne, digits: 7 },
    ...(settings.moved.length === 0
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

/** How the neighbours change what a sample asks for: they turn it round, or not. */
function wayOf(
  frame: BackwardFrame,
  i: number,
  fixed: (value: number, symbol: SymbolName) => LiveValue,
  whole: boolean,
): Values {
  const direct = frame.direct[i]!
  const total = frame.dx[i]!
  if (whole) return { average: fixed(frame.average, 'mu'), tilt: fixed(frame.slope, 'variance') }
  const statistics = fixed(frame.throughMean[i]! + frame.throughVariance[i]!, 'mu')
  if (direct === 0) return { alone: { value: '0', symbol: 'xhat' }, neighbours: statistics }
  return {
    [direct * total < 0 ? 'turned' : 'kept']: fixed(direct, 'xhat'),
    neighbours: statistics,
  }
}
