import type { Focus, Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import type { Settings } from './settings.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import { settledInEquation } from './settledInEquation.ts'

type ScaleShiftFormula = Formula<ScaleShiftFrame, Settings>

const towardX = (settings: Settings): boolean => settings.target === 'x'
const towardStandard = (settings: Settings): boolean => settings.target === 'standard'

function sampleNumbers(frame: ScaleShiftFrame, { sample }: Focus): Numbers {
  const i = Math.min(sample, frame.samples - 1)
  return {
    i: i + 1,
    y: frame.y[i]!,
    xHat: frame.xHat[i]!,
    gamma: frame.gamma,
    beta: frame.beta,
  }
}

/** A mean of squares does not cancel: it is 0 only where what is squared is round-off. */
function lossNumbers({ loss, samples }: ScaleShiftFrame): Numbers {
  const shown = settled(Math.sqrt(loss)) === 0 ? 0 : loss
  return { loss: shown, squares: 2 * samples * shown, m: samples }
}

const lossByHand = ({ squares, m }: Numbers): number => squares! / (2 * m!)

export const formulas: readonly ScaleShiftFormula[] = [
  {
    id: 'output',
    tex: tex`\sym{y}{y_{\slot{i}}} = \sym{gamma}{\gamma}\,\sym{xhat}{\hat{x}_{\slot{i}}} + \sym{beta}{\beta}`,
    worked: tex`= \sym{gamma}{\slot{gamma}} \times \sym{xhat}{\operand{xHat}} + \sym{beta}{\operand{beta}}`,
    numbers: sampleNumbers,
    result: { name: 'y', symbol: 'y' },
    byHand: ({ gamma, xHat, beta }) => gamma! * xHat! + beta!,
    whole: ['i'],
    strip: tex`\sym{y}{y_{\slot{i}}} = \sym{gamma}{\gamma}\,\sym{xhat}{\hat{x}_{\slot{i}}} + \sym{beta}{\beta}`,
  },
  {
    id: 'mean',
    tex: tex`\operatorname{mean}(\sym{y}{y}) = \sym{beta}{\beta}`,
    numbers: ({ yMu, beta }) => ({ yMu: settledInEquation(yMu), beta }),
    result: { name: 'yMu', symbol: 'y' },
    byHand: ({ beta }) => beta!,
    strip: tex`\operatorname{mean}(\sym{y}{y})`,
  },
  {
    id: 'variance',
    tex: tex`\operatorname{var}(\sym{y}{y}) = \sym{gamma}{\gamma}^2 \operatorname{var}(\sym{xhat}{\hat{x}})`,
    numbers: ({ yVariance, gamma, xHatVariance }) => ({ yVariance, gamma, xHatVariance }),
    result: { name: 'yVariance', symbol: 'y' },
    byHand: ({ gamma, xHatVariance }) => gamma! ** 2 * xHatVariance!,
    strip: tex`\operatorname{var}(\sym{y}{y})`,
  },
  {
    id: 'loss',
    tex: tex`L = \tfrac{1}{2m} \textstyle\sum_i (\sym{y}{y_i} - \sym{x}{x_i})^2`,
    worked: tex`= \slot{squares} \div (2 \times \slot{m})`,
    numbers: lossNumbers,
    result: { name: 'loss' },
    byHand: lossByHand,
    whole: ['m'],
    when: towardX,
  },
  {
    id: 'dGamma',
    tex: tex`\tfrac{\partial L}{\partial \sym{gamma}{\gamma}} = \tfrac{1}{m} \textstyle\sum_i (\sym{y}{y_i} - \sym{x}{x_i})\,\sym{xhat}{\hat{x}_i}`,
    worked: tex`= \sym{xhat}{\slot{xHatVariance}} \times (\sym{gamma}{\slot{gamma}} - \sym{sigma}{\slot{sigma}})`,
    numbers: ({ dGamma, gamma, sigma, xHatVariance }) => ({
      dGamma: settledInEquation(dGamma),
      gamma,
      sigma,
      xHatVariance,
    }),
    result: { name: 'dGamma', symbol: 'gamma' },
    byHand: ({ gamma, sigma, xHatVariance }) => xHatVariance! * (gamma! - sigma!),
    note: 'gap',
    when: towardX,
  },
  {
    id: 'dBeta',
    tex: tex`\tfrac{\partial L}{\partial \sym{beta}{\beta}} = \tfrac{1}{m} \textstyle\sum_i (\sym{y}{y_i} - \sym{x}{x_i})`,
    worked: tex`= \sym{beta}{\beta} - \sym{mu}{\mu} = \sym{beta}{\slot{beta}} - \sym{mu}{\operand{mu}}`,
    numbers: ({ dBeta, beta, mu }) => ({ dBeta: settledInEquation(dBeta), beta, mu }),
    result: { name: 'dBeta', symbol: 'beta' },
    byHand: ({ beta, mu }) => beta! - mu!,
    when: towardX,
  },
  {
    id: 'lossStandard',
    tex: tex`L = \tfrac{1}{2m} \textstyle\sum_i (\sym{y}{y_i} - \sym{xhat}{\hat{x}_i})^2`,
    worked: tex`= \slot{squares} \div (2 \times \slot{m})`,
    numbers: lossNumbers,
    result: { name: 'loss' },
    byHand: lossByHand,
    whole: ['m'],
    when: towardStandard,
  },
  {
    id: 'dGammaStandard',
    tex: tex`\tfrac{\partial L}{\partial \sym{gamma}{\gamma}} = \tfrac{1}{m} \textstyle\sum_i (\sym{y}{y_i} - \sym{xhat}{\hat{x}_i})\,\sym{xhat}{\hat{x}_i}`,
    worked: tex`= \sym{xhat}{\slot{xHatVariance}} \times (\sym{gamma}{\slot{gamma}} - 1)`,
    numbers: ({ dGamma, gamma, xHatVariance }) => ({
      dGamma: settledInEquation(dGamma),
      gamma,
      xHatVariance,
    }),
    result: { name: 'dGamma', symbol: 'gamma' },
    byHand: ({ gamma, xHatVariance }) => xHatVariance! * (gamma! - 1),
    note: 'gapStandard',
    when: towardStandard,
  },
  {
    id: 'dBetaStandard',
    tex: tex`\tfrac{\partial L}{\partial \sym{beta}{\beta}} = \tfrac{1}{m} \textstyle\sum_i (\sym{y}{y_i} - \sym{xhat}{\hat{x}_i})`,
    worked: tex`= \sym{beta}{\beta} = \sym{beta}{\slot{beta}}`,
    numbers: ({ dBeta, beta }) => ({ dBeta: settledInEquation(dBeta), beta }),
    result: { name: 'dBeta', symbol: 'beta' },
    byHand: ({ beta }) => beta!,
    when: towardStandard,
  },
]
