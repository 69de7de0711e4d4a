import type { Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { later, placed } from './placed.ts'
import type { Settings } from './settings.ts'

type Line = Formula<MovingAverageFrame, Settings>

const normalized = ({ x, mean, variance, epsilon }: Numbers): number =>
  (x! - mean!) / Math.sqrt(variance! + epsilon!)

const rememberedNumbers: Line['numbers'] = (frame, _, settings) => {
  const { mean, variance, xHatRunning } = placed(frame, settings)
  return { x: frame.x, mean, variance, epsilon: frame.epsilon, xHat: xHatRunning }
}

/** At the start there is nothing to correct. */
const isCorrected = (settings: Settings): boolean => settings.corrected && later(settings)

/** The test sample, normalized with one statistic or another. */
export const sampleFormulas: readonly Line[] = [
  {
    id: 'xHatRunning',
    tex: tex`\sym{xhat}{\hat x} = \dfrac{\sym{x}{x} - \sym{mu}{r_t}}{\sqrt{\sym{variance}{s_t} + \epsilon}}`,
    worked: tex`= (\sym{x}{\slot{x}} - \sym{mu}{\operand{mean}}) \div \sqrt{\sym{variance}{\slot{variance}} + \slot{epsilon}}`,
    numbers: rememberedNumbers,
    result: { name: 'xHat', symbol: 'xhat' },
    byHand: normalized,
    when: (settings) => settings.statistics === 'running' && !isCorrected(settings),
    strip: tex`\sym{xhat}{\hat x} = \tfrac{\sym{x}{x} - \sym{mu}{r_t}}{\sqrt{\sym{variance}{s_t} + \epsilon}}`,
  },
  {
    id: 'xHatCorrected',
    tex: tex`\sym{xhat}{\hat x} = \dfrac{\sym{x}{x} - \sym{mu}{\tilde r_t}}{\sqrt{\sym{variance}{\tilde s_t} + \epsilon}}`,
    worked: tex`= (\sym{x}{\slot{x}} - \sym{mu}{\operand{mean}}) \div \sqrt{\sym{variance}{\slot{variance}} + \slot{epsilon}}`,
    numbers: rememberedNumbers,
    result: { name: 'xHat', symbol: 'xhat' },
    byHand: normalized,
    when: (settings) => settings.statistics === 'running' && isCorrected(settings),
    strip: tex`\sym{xhat}{\hat x} = \tfrac{\sym{x}{x} - \sym{mu}{\tilde r_t}}{\sqrt{\sym{variance}{\tilde s_t} + \epsilon}}`,
  },
  {
    id: 'xHatBatch',
    tex: tex`\sym{xhat}{\hat x} = \dfrac{\sym{x}{x} - \sym{mu}{\mu_B}}{\sqrt{\sym{variance}{\sigma_B^2} + \epsilon}}`,
    worked: tex`= (\sym{x}{\slot{x}} - \sym{mu}{\operand{mean}}) \div \sqrt{\sym{variance}{\slot{variance}} + \slot{epsilon}}`,
    numbers: (frame, _, settings) => {
      const { batch } = placed(frame, settings)
      return {
        x: frame.x,
        mean: batch?.mean ?? frame.startMean,
        variance: batch?.variance ?? frame.startVariance,
        epsilon: frame.epsilon,
        xHat: batch?.xHat ?? frame.xHatRunning[0]!,
      }
    },
    result: { name: 'xHat', symbol: 'xhat' },
    byHand: normalized,
    note: 'biased',
    when: (settings) => settings.statistics === 'batch' && later(settings),
    strip: tex`\sym{xhat}{\hat x} = \tfrac{\sym{x}{x} - \sym{mu}{\mu_B}}{\sqrt{\sym{variance}{\sigma_B^2} + \epsilon}}`,
  },
  {
    id: 'xHatAlone',
    tex: tex`\sym{xhat}{\hat x} = \dfrac{\sym{x}{x} - \sym{mu}{\mu_B}}{\sqrt{\sym{variance}{\sigma_B^2} + \epsilon}}`,
    worked: tex`= (\sym{x}{\slot{x}} - \sym{mu}{\operand{mean}}) \div \sqrt{\sym{variance}{\slot{variance}} + \slot{epsilon}}`,
    numbers: ({ x, epsilon }) => ({ x, mean: x, variance: 0, epsilon, xHat: 0 }),
    result: { name: 'xHat', symbol: 'xhat' },
    byHand: normalized,
    note: 'alone',
    when: ({ statistics }) => statistics === 'alone',
    strip: tex`\sym{xhat}{\hat x} = \tfrac{\sym{x}{x} - \sym{x}{x}}{\sqrt{0 + \epsilon}}`,
  },
]
