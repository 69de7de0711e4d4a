import type { Focus, LiveValue } from '../../../src/exhibit/exhibit.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount, formatNumber, formatPercent } from '../../../src/exhibit/formatNumber.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { layerOptions } from './layerOptions.ts'
import type { Settings } from './settings.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import type { Text } from './text/en.ts'

/** The figure in one sentence. */
export function describe(frame: ScaleShiftFrame, text: Text, settings: Settings): string {
  return filled(text.describe, {
    gamma: formatNumber(frame.gamma),
    beta: formatNumber(frame.beta),
    mean: formatNumber(settled(frame.yMu)),
    sd: formatNumber(frame.ySigma),
    k: formatCount(frame.saturatedY),
    m: formatCount(frame.samples),
    f: text.choices.activation[settings.activation],
  })
}

/** The numbers of the prose. */
export function values(
  frame: ScaleShiftFrame,
  _focus: Focus,
  settings: Settings,
): Readonly<Record<string, LiveValue>> {
  const share = (count: number): LiveValue => ({ value: formatPercent(count / frame.samples) })
  return {
    gamma: { value: frame.gamma, symbol: 'gamma' },
    beta: { value: frame.beta, symbol: 'beta' },
    mu: { value: frame.mu, symbol: 'mu' },
    sigma: { value: frame.sigma, symbol: 'variance' },
    f: { value: activationNames[settings.activation] },
    shareX: share(frame.saturatedX),
    shareXHat: share(frame.saturatedXHat),
    shareY: share(frame.saturatedY),
    rms: { value: frame.rms },
    nextRms: { value: frame.nextRms },
    m: { value: frame.samples, digits: 0 },
    far: { value: frame.farUnits, digits: 0 },
    units: { value: layerOptions.hidden, digits: 0 },
    trained: { value: layerOptions.steps, digits: 0 },
    wide: { value: layerOptions.initialScale, digits: 0 },
  }
}

/** As they are written in either language. */
const activationNames = { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' } as const
