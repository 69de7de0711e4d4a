import type { Focus, Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import { addingDigits, leastDigits } from '../../../src/math/addingDigits.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { learningRate } from './networkOptions.ts'
import type { Settings } from './settings.ts'

type BackwardFormula = Formula<BackwardFrame, Settings>

/** Decimals at which the parts of this row add up. */
const ofRow = ({ decimals }: Numbers): number => decimals!

/** Decimals at which a step is right as it is written. */
function ofStep(from: number, slope: number, to: number) {
  const digits = addingDigits([from, -learningRate * slope], to, leastOfStep)
  return { operands: digits, result: digits }
}
/** Three decimals or more. */
const leastOfStep = 0.1

const rowNumbers =
  (name: 'direct' | 'throughMean' | 'throughVariance' | 'dx' | 'numeric') =>
  (frame: BackwardFrame, _focus: Focus, { sample }: Settings) => ({
    k: sample,
    decimals: frame.decimals[sample - 1]!,
    [name]: frame[name][sample - 1]!,
  })

const byNetwork = ({ loss }: Settings): boolean => loss !== 'linear'
/** A sample that was moved is no longer what the weights make of its image. */
const ofImages = ({ moved }: Settings): boolean => moved.length === 0

/** What the stages of Play carry out: hand back, then add up. */
const handed = [3, 3] as const
const added = [4, 4] as const

export const formulas: readonly BackwardFormula[] = [
  {
    id: 'direct',
    stages: handed,
    tex: tex`\frac{1}{\sqrt{\sym{variance}{\sigma^2} + \epsilon}}\,\frac{\partial L}{\partial \sym{xhat}{\hat{x}_{\slot{k}}}}`,
    worked: tex`= \sym{xhat}{\operand{dXHat}} \div \sym{variance}{\slot{deviation}}`,
    numbers: (frame, focus, settings) => ({
      ...rowNumbers('direct')(frame, focus, settings),
      dXHat: frame.dXHat[settings.sample - 1]!,
      deviation: frame.deviation,
    }),
    result: { name: 'direct', symbol: 'xhat' },
    byHand: ({ dXHat, deviation }) => dXHat! / deviation!,
    digits: ofRow,
    whole: ['k', 'decimals'],
    strip: tex`\tfrac{\partial L}{\partial \sym{x}{x_{\slot{k}}}} = \tfrac{1}{\sym{variance}{\sigma}} \tfrac{\partial L}{\partial \sym{xhat}{\hat{x}_{\slot{k}}}}`,
  },
  {
    id: 'throughMean',
    stages: handed,
    tex: tex`-\frac{1}{m\sqrt{\sym{variance}{\sigma^2} + \epsilon}} \sum_j \frac{\partial L}{\partial \sym{xhat}{\hat{x}_j}}`,
    worked: tex`= -\operand{sum} \div (\slot{m} \times \sym{variance}{\slot{deviation}})`,
    numbers: (frame, focus, settings) => ({
      ...rowNumbers('throughMean')(frame, focus, settings),
      sum: frame.sumDXHat,
      m: frame.samples,
      deviation: frame.deviation,
    }),
    result: { name: 'throughMean', symbol: 'mu' },
    byHand: ({ sum, m, deviation }) => -sum! / (m! * deviation!),
    digits: ofRow,
    whole: ['k', 'm', 'decimals'],
    strip: tex`\sym{mu}{\mu}\colon`,
  },
  {
    id: 'throughVariance',
    stages: handed,
    tex: tex`-\frac{\sym{xhat}{\hat{x}_{\slot{k}}}}{m\sqrt{\sym{variance}{\sigma^2} + \epsilon}} \sum_j \sym{xhat}{\hat{x}_j} \frac{\partial L}{\partial \sym{xhat}{\hat{x}_j}}`,
    worked: tex`= -\sym{xhat}{\operand{xHat}} \times \operand{tilt} \div (\slot{m} \times \sym{variance}{\slot{deviation}})`,
    numbers: (frame, focus, settings) => ({
      ...rowNumbers('throughVariance')(frame, focus, settings),
      xHat: frame.xHat[settings.sample - 1]!,
      tilt: frame.sumDXHatXHat,
      m: frame.samples,
      deviation: frame.deviation,
    }),
    result: { name: 'throughVariance', symbol: 'variance' },
    byHand: ({ xHat, tilt, m, deviation }) => (-xHat! * tilt!) / (m! * deviation!),
    digits: ofRow,
    whole: ['k', 'm', 'decimals'],
    strip: tex`\sym{variance}{\sigma^2}\colon`,
  },
  {
    id: 'sum',
    stages: added,
    tex: tex`\frac{\partial L}{\partial \sym{x}{x_{\slot{k}}}}`,
    worked: tex`= \sym{xhat}{\slot{direct}} + \sym{mu}{\operand{throughMean}} + \sym{variance}{\operand{throughVariance}}`,
    numbers: (frame, focus, settings) => ({
      ...rowNumbers('direct')(frame, focus, settings),
      ...rowNumbers('throughMean')(frame, focus, settings),
      ...rowNumbers('throughVariance')(frame, focus, settings),
      ...rowNumbers('dx')(frame, focus, settings),
    }),
    result: { name: 'dx', symbol: 'x' },
    byHand: ({ direct, throughMean, throughVariance }) => direct! + throughMean! + throughVariance!,
    digits: ({ decimals }) => ({ operands: decimals!, result: decimals! }),
    whole: ['k', 'decimals'],
    strip: tex`=`,
  },
  {
    id: 'numeric',
    stages: added,
    tex: tex`\frac{L(\sym{x}{x_{\slot{k}}} + h) - L(\sym{x}{x_{\slot{k}}} - h)}{2h}`,
    worked: tex`h = \slot{h},\quad \Delta = \slot{error}`,
    numbers: (frame, focus, settings) => ({
      ...rowNumbers('numeric')(frame, focus, settings),
      h: frame.h[settings.sample - 1]!,
      error: Math.abs(frame.numeric[settings.sample - 1]! - frame.dx[settings.sample - 1]!),
    }),
    result: { name: 'numeric', symbol: 'x' },
    digits: ofRow,
    whole: ['k', 'decimals'],
    note: 'numeric',
  },
  {
    id: 'sumDx',
    tex: tex`\sum_j \frac{\partial L}{\partial \sym{x}{x_j}} = \frac{\partial L}{\partial b}`,
    numbers: ({ sumDx }) => ({ sumDx }),
    result: { name: 'sumDx', symbol: 'x' },
    note: 'sumDx',
  },
  {
    id: 'sumDxXHat',
    tex: tex`\sum_j \sym{xhat}{\hat{x}_j}\,\frac{\partial L}{\partial \sym{x}{x_j}}`,
    numbers: ({ sumDxXHat }) => ({ sumDxXHat }),
    result: { name: 'sumDxXHat', symbol: 'x' },
    note: 'sumDxXHat',
  },
  {
    id: 'loss',
    tex: tex`L`,
    worked: tex`\slot{lossAtOne} \;\; (\sym{x}{W} \times 1)`,
    numbers: ({ loss, lossAtOne }) => ({ loss, lossAtOne }),
    result: { name: 'loss' },
    note: 'loss',
  },
  {
    id: 'norm',
    tex: tex`\lVert \partial L / \partial w \rVert`,
    worked: tex`= \slot{normRatio} \times \slot{normAtOne} \;\; (\sym{x}{W} \times 1)`,
    numbers: ({ norm, normRatio, normAtOne }) => ({ norm, normRatio, normAtOne }),
    result: { name: 'norm' },
    byHand: ({ normRatio, normAtOne }) => normRatio! * normAtOne!,
    digits: ({ norm }) => leastDigits(norm!) + 1,
    note: 'norm',
    when: ofImages,
  },
  {
    id: 'cosine',
    tex: tex`\cos(\partial L / \partial w,\; w)`,
    numbers: ({ cosine }) => ({ cosine }),
    result: { name: 'cosine' },
    note: 'cosine',
    when: ofImages,
  },
  {
    id: 'dGamma',
    tex: tex`\frac{\partial L}{\partial \sym{gamma}{\gamma}} = \sum_j \frac{\partial L}{\partial \sym{y}{y_j}}\,\sym{xhat}{\hat{x}_j}`,
    worked: tex`\sym{gamma}{\gamma} \leftarrow \sym{gamma}{\slot{gamma}} - \slot{eta} \times \operand{dGamma} = \sym{gamma}{\slot{nextGamma}}`,
    numbers: ({ dGamma, gamma, nextGamma }) => ({ dGamma, gamma, nextGamma, eta: learningRate }),
    result: { name: 'dGamma', symbol: 'gamma' },
    byHand: ({ gamma, nextGamma, eta }) => (gamma! - nextGamma!) / eta!,
    digits: ({ gamma, dGamma, nextGamma }) => ofStep(gamma!, dGamma!, nextGamma!),
    whole: ['eta'],
    when: byNetwork,
  },
  {
    id: 'dBeta',
    tex: tex`\frac{\partial L}{\partial \sym{beta}{\beta}} = \sum_j \frac{\partial L}{\partial \sym{y}{y_j}}`,
    worked: tex`\sym{beta}{\beta} \leftarrow \sym{beta}{\slot{beta}} - \slot{eta} \times \operand{dBeta} = \sym{beta}{\slot{nextBeta}}`,
    numbers: ({ dBeta, beta, nextBeta }) => ({ dBeta, beta, nextBeta, eta: learningRate }),
    result: { name: 'dBeta', symbol: 'beta' },
    byHand: ({ beta, nextBeta, eta }) => (beta! - nextBeta!) / eta!,
    digits: ({ beta, dBeta, nextBeta }) => ofStep(beta!, dBeta!, nextBeta!),
    whole: ['eta'],
    note: 'step',
    when: byNetwork,
  },
]
