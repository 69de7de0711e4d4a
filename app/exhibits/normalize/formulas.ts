import type { Focus, Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import type { BatchFrame, NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'
import { millionFormulas } from './millionFormulas.ts'
import type { NormalizeSettings } from './settings.ts'

type NormalizeFormula = Formula<NormalizeFrame, NormalizeSettings>

const none: Numbers = {}

/** While the next picture is computed, the frame of the last one has no numbers for this formula. */
const ofBatch =
  (numbers: (frame: BatchFrame, focus: Focus) => Numbers): NormalizeFormula['numbers'] =>
  (frame, focus) =>
    frame.kind === 'batch' ? numbers(frame, focus) : none

const oneUnit = ({ view }: NormalizeSettings): boolean => view === 'rails' || view === 'histogram'
const wholeLayer = ({ view }: NormalizeSettings): boolean => view === 'matrix'

const meanNumbers = ofBatch(({ mu, sigma, samples, unit }) => ({
  mu: settled(mu, sigma),
  sum: settled(mu, sigma) * samples,
  m: samples,
  j: unit + 1,
}))

const varianceNumbers = ofBatch(({ variance, samples, unit }) => ({
  variance,
  squares: variance * samples,
  m: samples,
  j: unit + 1,
}))

function sampleNumbers(frame: BatchFrame, { sample }: Focus): Numbers {
  const i = Math.min(sample, frame.samples - 1)
  const { sigma, variance, epsilon, gamma, beta, unit } = frame
  return {
    i: i + 1,
    j: unit + 1,
    x: frame.x[i]!,
    xHat: settled(frame.xHat[i]!),
    y: settled(frame.y[i]!),
    mu: settled(frame.mu, sigma),
    variance,
    epsilon,
    gamma,
    beta,
  }
}

/** Only what an equation shows may decide about its digits. */
const xHatNumbers = ofBatch((frame, focus) => {
  const { y: _y, gamma: _gamma, beta: _beta, ...numbers } = sampleNumbers(frame, focus)
  return numbers
})
const yNumbers = ofBatch((frame, focus) => {
  const { i, y, gamma, beta, xHat } = sampleNumbers(frame, focus)
  return { i: i!, y: y!, gamma: gamma!, beta: beta!, xHat: xHat! }
})

const meanByHand = ({ sum, m }: Numbers): number => sum! / m!
const varianceByHand = ({ squares, m }: Numbers): number => squares! / m!
const xHatByHand = ({ x, mu, variance, epsilon }: Numbers): number =>
  (x! - mu!) / Math.sqrt(variance! + epsilon!)

const yByHand = ({ gamma, xHat, beta }: Numbers): number => gamma! * xHat! + beta!

const workedMean = tex`= \sym{x}{\operand{sum}} \div \slot{m}`
const workedVariance = tex`= \sym{variance}{\slot{squares}} \div \slot{m}`
const workedXHat = tex`= (\sym{x}{\slot{x}} - \sym{mu}{\operand{mu}}) \div \sqrt{\sym{variance}{\slot{variance}} + \slot{epsilon}}`

/** Centred, then divided; scaled and shifted in one. */
const toXHat = [1, 2] as const
const toY = [3, 3] as const

export const formulas: readonly NormalizeFormula[] = [
  {
    id: 'mu',
    tex: tex`\sym{mu}{\mu_B} = \tfrac{1}{m} \textstyle\sum_i \sym{x}{x_i}`,
    worked: workedMean,
    numbers: meanNumbers,
    result: { name: 'mu', symbol: 'mu' },
    byHand: meanByHand,
    whole: ['m', 'j'],
    strip: tex`\sym{mu}{\mu_B}`,
    when: oneUnit,
  },
  {
    id: 'variance',
    tex: tex`\sym{variance}{\sigma_B^2} = \tfrac{1}{m} \textstyle\sum_i (\sym{x}{x_i} - \sym{mu}{\mu_B})^2`,
    worked: workedVariance,
    numbers: varianceNumbers,
    result: { name: 'variance', symbol: 'variance' },
    byHand: varianceByHand,
    whole: ['m', 'j'],
    strip: tex`\sym{variance}{\sigma_B^2}`,
    when: oneUnit,
  },
  {
    id: 'xHat',
    stages: toXHat,
    tex: tex`\sym{xhat}{\hat{x}_{\slot{i}}} = \frac{\sym{x}{x_{\slot{i}}} - \sym{mu}{\mu_B}}{\sqrt{\sym{variance}{\sigma_B^2} + \epsilon}}`,
    worked: workedXHat,
    numbers: xHatNumbers,
    result: { name: 'xHat', symbol: 'xhat' },
    byHand: xHatByHand,
    whole: ['i', 'j'],
    strip: tex`\sym{xhat}{\hat{x}_{\slot{i}}} = \tfrac{\sym{x}{x_{\slot{i}}} - \sym{mu}{\mu_B}}{\sqrt{\sym{variance}{\sigma_B^2} + \epsilon}}`,
    when: oneUnit,
  },
  {
    id: 'y',
    stages: toY,
    tex: tex`\sym{y}{y_{\slot{i}}} = \sym{gamma}{\gamma}\,\sym{xhat}{\hat{x}_{\slot{i}}} + \sym{beta}{\beta}`,
    worked: tex`= \sym{gamma}{\slot{gamma}} \times \sym{xhat}{\operand{xHat}} + \sym{beta}{\operand{beta}}`,
    numbers: yNumbers,
    result: { name: 'y', symbol: 'y' },
    byHand: yByHand,
    whole: ['i'],
    strip: true,
    when: oneUnit,
  },
  {
    id: 'muOfColumn',
    tex: tex`\sym{mu}{\mu_{\slot{j}}} = \tfrac{1}{m} \textstyle\sum_i \sym{x}{x_{i,\slot{j}}}`,
    worked: workedMean,
    numbers: meanNumbers,
    result: { name: 'mu', symbol: 'mu' },
    byHand: meanByHand,
    whole: ['m', 'j'],
    strip: tex`\sym{mu}{\mu_{\slot{j}}}`,
    when: wholeLayer,
  },
  {
    id: 'varianceOfColumn',
    tex: tex`\sym{variance}{\sigma_{\slot{j}}^2} = \tfrac{1}{m} \textstyle\sum_i (\sym{x}{x_{i,\slot{j}}} - \sym{mu}{\mu_{\slot{j}}})^2`,
    worked: workedVariance,
    numbers: varianceNumbers,
    result: { name: 'variance', symbol: 'variance' },
    byHand: varianceByHand,
    whole: ['m', 'j'],
    strip: tex`\sym{variance}{\sigma_{\slot{j}}^2}`,
    when: wholeLayer,
  },
  {
    id: 'xHatOfCell',
    stages: toXHat,
    tex: tex`\sym{xhat}{\hat{x}_{\slot{i},\slot{j}}} = \frac{\sym{x}{x_{\slot{i},\slot{j}}} - \sym{mu}{\mu_{\slot{j}}}}{\sqrt{\sym{variance}{\sigma_{\slot{j}}^2} + \epsilon}}`,
    worked: workedXHat,
    numbers: xHatNumbers,
    result: { name: 'xHat', symbol: 'xhat' },
    byHand: xHatByHand,
    whole: ['i', 'j'],
    strip: tex`\sym{xhat}{\hat{x}_{\slot{i},\slot{j}}}`,
    note: 'eachColumn',
    when: wholeLayer,
  },
  {
    id: 'yOfCell',
    stages: toY,
    tex: tex`\sym{y}{y_{\slot{i},\slot{j}}} = \sym{gamma}{\gamma_{\slot{j}}}\,\sym{xhat}{\hat{x}_{\slot{i},\slot{j}}} + \sym{beta}{\beta_{\slot{j}}}`,
    worked: tex`= \sym{gamma}{\slot{gamma}} \times \sym{xhat}{\operand{xHat}} + \sym{beta}{\operand{beta}}`,
    numbers: ofBatch((frame, focus) => {
      const { i, j, y, gamma, beta, xHat } = sampleNumbers(frame, focus)
      return { i: i!, j: j!, y: y!, gamma: gamma!, beta: beta!, xHat: xHat! }
    }),
    result: { name: 'y', symbol: 'y' },
    byHand: yByHand,
    whole: ['i', 'j'],
    strip: tex`\sym{y}{y_{\slot{i},\slot{j}}}`,
    when: wholeLayer,
  },
  ...millionFormulas,
]
