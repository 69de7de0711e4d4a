import type { Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { agreed } from '../../../src/exhibit/agreed.ts'
import { roundedUp } from '../../../src/exhibit/roundedUp.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import type { MillionFrame, NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'
import type { NormalizeSettings } from './settings.ts'

type NormalizeFormula = Formula<NormalizeFrame, NormalizeSettings>

const none: Numbers = {}

/** Of a bound, in the formula and in the sentences. */
export const boundDigits = 3

const ofMillion =
  (numbers: (frame: MillionFrame) => Numbers): NormalizeFormula['numbers'] =>
  (frame) =>
    frame.kind === 'million' ? numbers(frame) : none

/** At the digits of the formulas the variances of x̂ are one number. */
function sameVariances(frame: NormalizeFrame | undefined): boolean {
  return frame?.kind === 'million' && agreed(frame.xHatLeastVariance, frame.xHatMostVariance, 3)
}

const million = ({ view }: NormalizeSettings): boolean => view === 'million'

export const millionFormulas: readonly NormalizeFormula[] = [
  {
    id: 'count',
    tex: tex`\slot{m} \times \slot{features}`,
    numbers: ofMillion(({ samples, features, count }) => ({ m: samples, features, count })),
    result: { name: 'count' },
    byHand: ({ m, features }) => m! * features!,
    whole: ['m', 'features', 'count'],
    note: 'millionCount',
    when: million,
  },
  {
    id: 'mus',
    tex: tex`\slot{leastMu} \le \sym{mu}{\mu_j} \le \slot{mostMu}`,
    numbers: ofMillion(({ leastMu, mostMu }) => ({ leastMu, mostMu })),
    strip: true,
    when: million,
  },
  {
    id: 'sigmas',
    tex: tex`\slot{leastSigma} \le \sym{variance}{\sigma_j} \le \slot{mostSigma}`,
    numbers: ofMillion(({ leastSigma, mostSigma }) => ({ leastSigma, mostSigma })),
    strip: true,
    when: million,
  },
  {
    id: 'xHatMeans',
    tex: tex`\bigl|\operatorname{mean}(\sym{xhat}{\hat{x}_j})\bigr| \le \slot{largestMean}`,
    numbers: ofMillion(({ xHatLargestMean }) => ({
      largestMean: roundedUp(xHatLargestMean, boundDigits),
    })),
    note: 'millionMean',
    when: million,
  },
  {
    id: 'xHatVariances',
    tex: tex`\slot{leastVariance} \le \operatorname{var}(\sym{xhat}{\hat{x}_j}) \le \slot{mostVariance}`,
    numbers: ofMillion(({ xHatLeastVariance, xHatMostVariance }) => ({
      leastVariance: xHatLeastVariance,
      mostVariance: xHatMostVariance,
    })),
    note: 'millionVariance',
    strip: true,
    when: (settings, frame) => million(settings) && !sameVariances(frame),
  },
  {
    id: 'xHatVariance',
    tex: tex`\operatorname{var}(\sym{xhat}{\hat{x}_j}) = \slot{leastVariance}`,
    numbers: ofMillion(({ xHatLeastVariance }) => ({ leastVariance: xHatLeastVariance })),
    note: 'millionVariances',
    strip: true,
    when: (settings, frame) => million(settings) && sameVariances(frame),
  },
]
