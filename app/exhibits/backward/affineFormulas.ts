import type { Formula } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import { addingDigits, leastDigits } from '../../../src/math/addingDigits.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { learningRate } from './networkOptions.ts'
import type { Settings } from './settings.ts'

type BackwardFormula = Formula<BackwardFrame, Settings>

const byNetwork = ({ loss }: Settings): boolean => loss !== 'linear'

/** Three decimals or more. */
const leastOfSum = 0.1

/** Decimals at which a sum is right as it is written. */
function ofSum(parts: readonly number[], total: number) {
  const digits = addingDigits(parts, total, leastOfSum)
  return { operands: digits, result: digits }
}

/** The terms of a sum over the batch, by slot: p1 to p8. */
const terms = (values: Float64Array) =>
  Object.fromEntries(Array.from(values, (value, i) => [`p${i + 1}`, value]))

const termsOf = (numbers: Readonly<Record<string, number>>): readonly number[] =>
  Object.entries(numbers).flatMap(([name, value]) => (/^p\d$/.test(name) ? [value] : []))

/** The ε that stands in where all x are equal and none is chosen. */
export const standIn: BackwardFormula = {
  id: 'standIn',
  tex: tex`\epsilon`,
  numbers: ({ epsilon }) => ({ epsilon }),
  result: { name: 'epsilon' },
  note: 'standIn',
  when: (settings, frame) => frame !== undefined && frame.epsilon !== Number(settings.epsilon),
}

/** From the loss to x̂, by way of y. */
export const upstream: BackwardFormula = {
  id: 'upstream',
  stages: [1, 1],
  tex: tex`\frac{\partial L}{\partial \sym{xhat}{\hat{x}_{\slot{k}}}} = \sym{gamma}{\gamma}\,\frac{\partial L}{\partial \sym{y}{y_{\slot{k}}}}`,
  worked: tex`= \sym{gamma}{\operand{gamma}} \times \sym{y}{\operand{dY}}`,
  numbers: ({ dXHat, dY, gamma }, _focus, { sample }) => ({
    k: sample,
    dXHat: dXHat[sample - 1]!,
    dY: dY[sample - 1]!,
    gamma,
  }),
  result: { name: 'dXHat', symbol: 'xhat' },
  byHand: ({ gamma, dY }) => gamma! * dY!,
  digits: ({ dXHat }) => Math.max(3, leastDigits(dXHat!) - 1),
  whole: ['k'],
  when: byNetwork,
}

const eight = tex`= \operand{p1} + \operand{p2} + \operand{p3} + \operand{p4} + \operand{p5} + \operand{p6} + \operand{p7} + \operand{p8}`

/** What γ and β get of it, and a step of gradient descent. */
export const affineFormulas: readonly BackwardFormula[] = [
  {
    id: 'dGamma',
    tex: tex`\frac{\partial L}{\partial \sym{gamma}{\gamma}} = \sum_j \frac{\partial L}{\partial \sym{y}{y_j}}\,\sym{xhat}{\hat{x}_j}`,
    worked: eight,
    numbers: ({ dGamma, dY, xHat }) => ({
      dGamma,
      ...terms(dY.map((slope, i) => slope * xHat[i]!)),
    }),
    result: { name: 'dGamma', symbol: 'gamma' },
    digits: (numbers) => ofSum(termsOf(numbers), numbers['dGamma']!),
    when: byNetwork,
  },
  {
    id: 'dBeta',
    tex: tex`\frac{\partial L}{\partial \sym{beta}{\beta}} = \sum_j \frac{\partial L}{\partial \sym{y}{y_j}}`,
    worked: eight,
    numbers: ({ dBeta, dY }) => ({ dBeta, ...terms(dY) }),
    result: { name: 'dBeta', symbol: 'beta' },
    digits: (numbers) => ofSum(termsOf(numbers), numbers['dBeta']!),
    when: byNetwork,
  },
  {
    id: 'stepGamma',
    tex: tex`\sym{gamma}{\gamma} - \eta\,\frac{\partial L}{\partial \sym{gamma}{\gamma}}`,
    worked: tex`= \sym{gamma}{\slot{gamma}} - \slot{eta} \times \operand{dGamma}`,
    numbers: ({ dGamma, gamma, nextGamma }) => ({ dGamma, gamma, nextGamma, eta: learningRate }),
    result: { name: 'nextGamma', symbol: 'gamma' },
    byHand: ({ gamma, dGamma, eta }) => gamma! - eta! * dGamma!,
    digits: ({ gamma, dGamma, nextGamma }) => ofSum([gamma!, -learningRate * dGamma!], nextGamma!),
    whole: ['eta'],
    when: byNetwork,
  },
  {
    id: 'stepBeta',
    tex: tex`\sym{beta}{\beta} - \eta\,\frac{\partial L}{\partial \sym{beta}{\beta}}`,
    worked: tex`= \sym{beta}{\slot{beta}} - \slot{eta} \times \operand{dBeta}`,
    numbers: ({ dBeta, beta, nextBeta }) => ({ dBeta, beta, nextBeta, eta: learningRate }),
    result: { name: 'nextBeta', symbol: 'beta' },
    byHand: ({ beta, dBeta, eta }) => beta! - eta! * dBeta!,
    digits: ({ beta, dBeta, nextBeta }) => ofSum([beta!, -learningRate * dBeta!], nextBeta!),
    whole: ['eta'],
    note: 'step',
    when: byNetwork,
  },
]
