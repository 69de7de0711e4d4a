import type { Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import { varianceOfAverage, varianceOfCorrected } from '../../../src/math/movingAverage.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { later, placed } from './placed.ts'
import type { Settings } from './settings.ts'

type Line = Formula<MovingAverageFrame, Settings>

function numbers(frame: MovingAverageFrame, settings: Settings): Numbers {
  const { t, power, expectedMean, meanDeviation, populationMean } = placed(frame, settings)
  const { keepRate, drift, corrected } = frame
  const comeIn = 1 - power
  const varianceOf = corrected && t > 0 ? varianceOfCorrected : varianceOfAverage
  return {
    t,
    power,
    expected: expectedMean,
    mu: frame.populationMean,
    muNow: populationMean,
    r0: frame.startMean,
    offset: frame.startMean - frame.populationMean,
    c: drift,
    a: keepRate,
    rest: 1 - keepRate,
    lag: frame.lag,
    comeIn,
    behind: frame.lag * comeIn,
    deviation: meanDeviation,
    sigma: Math.sqrt(frame.populationVariance),
    m: frame.batchSize,
    share: varianceOf(keepRate, 1, power),
  }
}

const numbersAt: Line['numbers'] = (frame, _, settings) => numbers(frame, settings)
const deviationByHand = ({ sigma, m, share }: Numbers): number =>
  (sigma! / Math.sqrt(m!)) * Math.sqrt(share!)
const drifts = ({ data }: Settings): boolean => data === 'drift'

/** What the running mean is over all streams that could have come: its mean and its standard deviation. */
export const theoryFormulas: readonly Line[] = [
  {
    id: 'expected',
    tex: tex`\operatorname{mean}(\sym{mu}{r_t}) = \sym{mu}{\mu} + a^t {(\sym{mu}{r_0} - \sym{mu}{\mu})}`,
    worked: tex`= \sym{mu}{\slot{mu}} + \slot{power} \times {(\sym{mu}{\slot{r0}} - \sym{mu}{\operand{mu}})}`,
    numbers: numbersAt,
    result: { name: 'expected', symbol: 'mu' },
    byHand: ({ mu, power, r0 }) => mu! + power! * (r0! - mu!),
    when: (settings) => !drifts(settings) && !settings.corrected,
  },
  {
    id: 'expectedDrift',
    tex: tex`\begin{aligned}\operatorname{mean}(\sym{mu}{r_t}) &= \sym{mu}{\mu_t} + a^t (\sym{mu}{r_0} - \sym{mu}{\mu_0}) \\ &\quad - \tfrac{c\,a}{1-a}(1-a^t)\end{aligned}`,
    worked: tex`= \sym{mu}{\slot{muNow}} + \slot{power} \times \sym{mu}{\operand{offset}} - \operand{behind}`,
    numbers: numbersAt,
    result: { name: 'expected', symbol: 'mu' },
    byHand: ({ muNow, power, offset, behind }) => muNow! + power! * offset! - behind!,
    when: (settings) => drifts(settings) && !settings.corrected,
  },
  {
    id: 'lag',
    tex: tex`\sym{mu}{\mu_t} - \operatorname{mean}(\sym{mu}{r_t}) \to \dfrac{c\,a}{1-a}`,
    worked: tex`= \operand{c} \times \slot{a} \div \slot{rest}`,
    numbers: numbersAt,
    result: { name: 'lag', symbol: 'mu' },
    byHand: ({ c, a, rest }) => (c! * a!) / rest!,
    when: drifts,
    note: 'lag',
  },
  {
    id: 'expectedCorrected',
    tex: tex`\operatorname{mean}(\sym{mu}{\tilde r_t}) = \sym{mu}{\mu}`,
    numbers: numbersAt,
    result: { name: 'expected', symbol: 'mu' },
    when: (settings) => !drifts(settings) && settings.corrected && later(settings),
  },
  {
    id: 'expectedCorrectedDrift',
    tex: tex`\operatorname{mean}(\sym{mu}{\tilde r_t}) = \sym{mu}{\mu_0} + \tfrac{c\,t}{1-a^t} - \tfrac{c\,a}{1-a}`,
    worked: tex`= \sym{mu}{\slot{mu}} + \operand{c} \times \slot{t} \div \slot{comeIn} - \operand{lag}`,
    numbers: numbersAt,
    result: { name: 'expected', symbol: 'mu' },
    byHand: ({ mu, c, t, comeIn, lag }) => mu! + (c! * t!) / comeIn! - lag!,
    whole: ['t'],
    when: (settings) => drifts(settings) && settings.corrected && later(settings),
  },
  {
    id: 'deviation',
    tex: tex`\operatorname{sd}(\sym{mu}{r_t}) = \tfrac{\sym{sigma}{\sigma}}{\sqrt m} \sqrt{\tfrac{1-a}{1+a}(1 - a^{2t})}`,
    worked: tex`= \sym{sigma}{\slot{sigma}} \div \sqrt{\slot{m}} \times \sqrt{\slot{share}}`,
    numbers: numbersAt,
    result: { name: 'deviation', symbol: 'mu' },
    byHand: deviationByHand,
    whole: ['m'],
    when: ({ corrected }) => !corrected,
  },
  {
    id: 'deviationCorrected',
    tex: tex`\operatorname{sd}(\sym{mu}{\tilde r_t}) = \tfrac{\sym{sigma}{\sigma}}{\sqrt m} \sqrt{\tfrac{(1-a)(1+a^t)}{(1+a)(1-a^t)}}`,
    worked: tex`= \sym{sigma}{\slot{sigma}} \div \sqrt{\slot{m}} \times \sqrt{\slot{share}}`,
    numbers: numbersAt,
    result: { name: 'deviation', symbol: 'mu' },
    byHand: deviationByHand,
    whole: ['m'],
    when: (settings) => settings.corrected && later(settings),
  },
]
