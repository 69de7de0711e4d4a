import type { Focus, Formula, Numbers } from '../../../src/exhibit/exhibit.ts'
import { tex } from '../../../src/exhibit/tex.ts'
import { leastDigits } from '../../../src/math/addingDigits.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { affineFormulas, standIn, upstream } from './affineFormulas.ts'
import type { Settings } from './settings.ts'

type BackwardFormula = Formula<BackwardFrame, Settings>

/** Decimals at which the parts of this row add up. */
const ofRow = ({ decimals }: Numbers): number => decimals!

const rowNumbers =
  (name: 'direct' | 'throughMean' | 'throughVariance' | 'dx' | 'numeric') =>
  (frame: BackwardFrame, _focus: Focus, { sample }: Settings) => ({
    k: sample,
    decimals: frame.decimals[sample - 1]!,
    [name]: frame[name][sample - 1]!,
  })

/** A sample that was moved is no longer what the weights make of its image. */
const ofImages = ({ moved }: Settings): boolean => moved.length === 0
/** At the corner of a ReLU the loss has no derivative to check. */
const isSmooth = ({ sample }: Settings, frame?: BackwardFrame): boolean =>
  !frame || frame.smooth[sample - 1] === 1

/** What the stages of Play carry out: hand back, then add up. */
const handed = [3, 3] as const
const added = [4, 4] as const

export const formulas: readonly BackwardFormula[] = [
  standIn,
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
    strip: tex`\tfrac{1}{\sqrt{\sym{variance}{\sigma^2} + \epsilon}}\,\tfrac{\partial L}{\partial \sym{xhat}{\hat{x}_{\slot{k}}}}\colon`,
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
    strip: tex`\tfrac{\partial L}{\partial \sym{x}{x_{\slot{k}}}} =`,
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
    when: isSmooth,
  },
  {
    id: 'corner',
    stages: added,
    tex: tex`\frac{L(\sym{x}{x_{\slot{k}}} + h) - L(\sym{x}{x_{\slot{k}}} - h)}{2h}`,
    numbers: (_frame, _focus, { sample }) => ({ k: sample, numeric: Number.NaN }),
    result: { name: 'numeric', symbol: 'x' },
    whole: ['k'],
    note: 'corner',
    when: (settings, frame) => !isSmooth(settings, frame),
  },
  upstream,
  ...affineFormulas,
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
    when: (settings, frame) => ofImages(settings) && (!frame || frame.norm > 0),
  },
]
