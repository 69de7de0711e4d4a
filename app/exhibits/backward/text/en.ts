import { challenges, predictions } from '../betsEn.ts'
import { card } from '../card.ts'
import { presetNotes } from './notesEn.ts'

export const en = {
  title: card.title.en,
  question: 'How does gradient flow through a statistic?',
  prose: [
    'By its own error alone, sample {i} would have the gradient {turned}. But it is also part of {:mu} and {:variance}, and through them its neighbours answer back with {neighbours}. The total is {total}: the opposite direction.',
    'By its own error alone, sample {i} would have the gradient {kept}. But it is also part of {:mu} and {:variance}, and through them the whole batch adds {neighbours}. The total is {total}.',
    'Nothing reaches sample {i} directly: its {:partial}{:L}/\u2060{:partial}{:xhat} is {alone}. Yet its {:partial}{:L}/\u2060{:partial}{:x} is {total}, and all of it comes by way of {:mu} and {:variance}.',
    'Lay the direct gradients out along {:xhat}. {:mu} takes away their average, {average}; {:variance} takes away their tilt, {tilt} for each step of 1 along {:xhat}. Only the rest reaches {:x}: for sample {i}, {total}. Shifting or stretching a whole batch leaves the loss alone, so the gradient has neither.',
    'Only sample {only} counts in the loss now, with its share of the mean. The other {others} are not asked for, and still none of their {:partial}{:L}/\u2060{:partial}{:x} is zero.',
    'The upstream gradients are numbers set by hand now, and the loss is what has them for its slopes: L = {linear}.',
    'Nothing here need be believed. The loss is computed twice more for each sample, with its {:x} a little larger and a little smaller (by h = {h}); the slope between the two differs from the sum of the three ways by {error}.',
    'The eight {:partial}{:L}/\u2060{:partial}{:x} add up to {sumDx}, and times their {:xhat} to {sumDxXHat}. The first is 0 but for round-off; the second too, as long as {:epsilon} is 0.',
    'The weights {:W} before the normalization are multiplied by {scale}. The loss is {loss}, and at × 1 it is {lossAtOne}. The gradient of this unit’s weights has length {norm}, at × 1 {normAtOne}; the cosine of its angle to the weights is {cosine}. With {:epsilon} = 0 the loss stays, the length goes as 1 / scale, and the angle is a right one. Make the scale small and {:epsilon} large to see where that ends.',
    'A bias before the normalization has the gradient Σ {:partial}{:L}/\u2060{:partial}{:x}, so 0. Footnote: an optimiser like Adam divides a gradient by its own size, round-off included. In one pass over the training images ({driftSteps} batches of {driftBatch}), with all else standing still, it moves this bias by {drift64} in 64-bit arithmetic, and by {drift32} with the sums rounded to 32 bits. It does no harm: the loss does not notice.',
    'The numbers are those of a small network of {units} units that looks at digit images, stopped early, after {steps} steps; the loss is its mean cross-entropy on these {m} images. Unit {u} and this batch were picked, for a sample whose neighbours outvote it. The samples stand in the order that their {:xhat} had before any was moved.',
  ],
  takeaway:
    'Through {:mu} and {:variance} the gradient of each sample depends on all the others. What they hand back removes the average and the tilt: a batch cannot ask to be shifted or stretched as a whole. So the bias before normalization is idle, and the size of the weights sets only how fast they turn.',
  predictions,
  challenges,
  labels: {
    view: 'View',
    sample: 'Sample',
    scale: 'Scale of {:W}',
    loss: 'Loss of',
    bias: 'Bias {:b}',
    epsilon: '{:epsilon}',
    gamma: 'Scale {:gamma}',
    beta: 'Shift {:beta}',
    moved: 'Samples moved',
    gradients: 'Gradients set by hand',
  },
  choices: {
    view: { graph: 'Graph', batch: 'Whole batch' },
    loss: { all: 'all samples', one: 'only sample 7', linear: 'Σ g x̂, g by hand' },
    epsilon: { '0': '0', '1e-5': '10⁻⁵', '1e-3': '10⁻³' },
  },
  help: {
    sample: 'Whose gradient is taken apart. A click on a row does the same.',
    scale: 'Multiplies all weights before the normalization.',
    loss: 'What is differentiated: the mean loss of the batch, the share of sample 7 in it, or a loss with slopes of your own.',
    bias: 'Is added to all eight {:x}: the ticks at {:x} = 0 move, the batch does not.',
    epsilon:
      'Is added to the variance. It was 10⁻⁵ in training; without it the rules hold exactly.',
    gamma: 'Multiplies {:xhat}; the network has learned it.',
    beta: 'Is added after that; the network has learned it.',
  },
  presetNotes,
  presets: {
    default: 'Eight digits',
    onlySeven: 'Only sample 7 counts',
    wholeBatch: 'The whole batch',
    equal: 'All ask for the same',
    small: 'Weights a tenth as large',
    epsilonBreaks: 'Where {:epsilon} breaks the rule',
    bias: 'A bias that does nothing',
    outlier: 'One sample far out',
  },
  notes: {
    numeric: 'the loss evaluated twice; Δ is how far that is from the sum',
    sumDx: '0 but for round-off: a bias before this layer gets no gradient',
    sumDxXHat: '0 as long as {:epsilon} is 0',
    loss: 'and where W is as it was learned',
    norm: 'length of the gradient of this unit’s weights: 1 / scale as long as {:epsilon} is 0',
    cosine: '0 is a right angle: the weights only turn',
    step: 'what one step of gradient descent makes of them',
  },
  stages: [
    'Loss: ∂L/∂x̂ of each sample',
    'Collect: μ and σ² gather them',
    'Hand back: to every sample',
    'Add up: three ways, one sum',
  ],
  play: 'Play',
  describe:
    'Sample {i}: direct {d}, through the mean {a}, through the variance {b}, together {t}; the numeric derivative differs by {e}.',
  columns: {
    sample: 'Sample',
    digit: 'Digit',
    x: 'Input x',
    xHat: 'Normalized x̂',
    dXHat: '∂L/∂x̂',
    direct: 'Direct',
    throughMean: 'Through μ',
    throughVariance: 'Through σ²',
    dx: '∂L/∂x',
    numeric: 'Numeric ∂L/∂x',
  },
  actions: {
    step: 'One step of {:gamma} and {:beta}',
    stepNote: 'The loss goes from {loss} to {next}.',
    putBack: 'Put back what was moved',
  },
  /** Words on the picture. */
  plot: {
    fromLoss: 'from the loss',
    equalShares: 'equal shares',
    sharesGrow: 'shares grow with |{:xhat}|',
    collects: 'collects all eight',
    collectsTimes: 'collects all, times {:xhat}',
    direct: 'direct',
    throughMean: 'through {:mu}',
    throughVariance: 'through {:variance}',
    numeric: 'numeric check',
    bars: 'bars × {factor}',
    takesAverage: '{:mu} takes the average: {value}',
    takesTilt: '{:variance} takes the tilt',
    asksFor: 'direct: what each sample asks for',
    left: 'what is left,',
    leftLong: ': no average, no tilt',
    ring: 'ring: numeric check',
    xName: 'Sample {i}: x',
    gName: 'Sample {i}: upstream gradient',
    gValue: '{value}, direct {direct}',
  },
} as const

type Widened<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : { readonly [K in keyof T]: Widened<T[K]> }

/** The words of this exhibit; every language has all of them. */
export type Text = Widened<typeof en>
