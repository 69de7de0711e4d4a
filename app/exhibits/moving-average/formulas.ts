import type { Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { later, placed } from './placed.ts'
import type { Settings } from './settings.ts'
import { sampleFormulas } from './sampleFormulas.ts'
import { theoryFormulas } from './theoryFormulas.ts'
import { exactly, sharesOf } from './shares.ts'

type Line = Formula<MovingAverageFrame, Settings>

/** One batch into the average. */
function updateNumbers(frame: MovingAverageFrame, settings: Settings): Numbers {
  const { t, batch, plainMean, plainVariance } = placed(frame, settings)
  return {
    ...sharesOf(frame.keepRate),
    t,
    m: frame.batchSize,
    less: frame.batchSize - 1,
    r: plainMean,
    s: plainVariance,
    rBefore: batch?.previousMean ?? plainMean,
    sBefore: batch?.previousVariance ?? plainVariance,
    mu: batch?.mean ?? plainMean,
    biased: batch?.variance ?? plainVariance,
    v: batch?.averagedVariance ?? plainVariance,
  }
}

function correctionNumbers(frame: MovingAverageFrame, settings: Settings): Numbers {
  const { t, mean, variance, plainMean, plainVariance, power } = placed(frame, settings)
  return {
    t,
    mean,
    variance,
    r: plainMean,
    s: plainVariance,
    power,
    rest: 1 - power,
    r0: frame.startMean,
    s0: frame.startVariance,
  }
}

export const formulas: readonly Line[] = [
  {
    id: 'start',
    tex: tex`\sym{mu}{r_0} = \sym{mu}{\slot{r0}},\quad \sym{variance}{s_0} = \sym{variance}{\slot{s0}}`,
    numbers: (frame, _, settings) => correctionNumbers(frame, settings),
    note: 'start',
    when: (settings) => !later(settings),
    strip: true,
  },
  {
    id: 'mean',
    tex: tex`\sym{mu}{r_t} = a\,\sym{mu}{r_{t-1}} + (1-a)\,\sym{mu}{\mu_B}`,
    worked: tex`= \slot{a} \times \sym{mu}{\operand{rBefore}} + \slot{rest} \times \sym{mu}{\operand{mu}}`,
    numbers: (frame, _, settings) => updateNumbers(frame, settings),
    result: { name: 'r', symbol: 'mu' },
    byHand: (n) => exactly(n, n['a']! * n['rBefore']! + n['rest']! * n['mu']!),
    whole: ['millionth', 't', 'm', 'less'],
    when: later,
    strip: true,
  },
  {
    id: 'unbiased',
    tex: tex`\sym{variance}{\hat\sigma_B^2} = \tfrac{m}{m-1}\,\sym{variance}{\sigma_B^2}`,
    worked: tex`= \slot{m} \div \slot{less} \times \sym{variance}{\slot{biased}}`,
    numbers: (frame, _, settings) => updateNumbers(frame, settings),
    result: { name: 'v', symbol: 'variance' },
    byHand: ({ m, less, biased }) => (m! / less!) * biased!,
    whole: ['m', 'less'],
    when: (settings) => later(settings) && settings.variance === 'unbiased',
  },
  {
    id: 'variance',
    tex: tex`\sym{variance}{s_t} = a\,\sym{variance}{s_{t-1}} + (1-a)\,\sym{variance}{\hat\sigma_B^2}`,
    worked: tex`= \slot{a} \times \sym{variance}{\slot{sBefore}} + \slot{rest} \times \sym{variance}{\slot{v}}`,
    numbers: (frame, _, settings) => updateNumbers(frame, settings),
    result: { name: 's', symbol: 'variance' },
    byHand: (n) => exactly(n, n['a']! * n['sBefore']! + n['rest']! * n['v']!),
    whole: ['millionth'],
    when: (settings) => later(settings) && settings.variance === 'unbiased',
    strip: tex`\sym{variance}{s_t}`,
  },
  {
    id: 'biasedVariance',
    tex: tex`\sym{variance}{s_t} = a\,\sym{variance}{s_{t-1}} + (1-a)\,\sym{variance}{\sigma_B^2}`,
    worked: tex`= \slot{a} \times \sym{variance}{\slot{sBefore}} + \slot{rest} \times \sym{variance}{\slot{v}}`,
    numbers: (frame, _, settings) => updateNumbers(frame, settings),
    result: { name: 's', symbol: 'variance' },
    byHand: (n) => exactly(n, n['a']! * n['sBefore']! + n['rest']! * n['v']!),
    whole: ['millionth'],
    when: (settings) => later(settings) && settings.variance === 'biased',
    strip: tex`\sym{variance}{s_t}`,
  },
  {
    id: 'correctedMean',
    tex: tex`\sym{mu}{\tilde r_t} = \dfrac{\sym{mu}{r_t} - a^t \sym{mu}{r_0}}{1 - a^t}`,
    worked: tex`= (\sym{mu}{\slot{r}} - \slot{power} \times \sym{mu}{\operand{r0}}) \div \slot{rest}`,
    numbers: (frame, _, settings) => correctionNumbers(frame, settings),
    result: { name: 'mean', symbol: 'mu' },
    byHand: ({ r, power, r0, rest }) => (r! - power! * r0!) / rest!,
    when: (settings) => later(settings) && settings.corrected,
  },
  {
    id: 'correctedVariance',
    tex: tex`\sym{variance}{\tilde s_t} = \dfrac{\sym{variance}{s_t} - a^t \sym{variance}{s_0}}{1 - a^t}`,
    worked: tex`= (\sym{variance}{\slot{s}} - \slot{power} \times \sym{variance}{\slot{s0}}) \div \slot{rest}`,
    numbers: (frame, _, settings) => correctionNumbers(frame, settings),
    result: { name: 'variance', symbol: 'variance' },
    byHand: ({ s, power, s0, rest }) => (s! - power! * s0!) / rest!,
    when: (settings) => later(settings) && settings.corrected,
  },
  ...sampleFormulas,
  ...theoryFormulas,
]
