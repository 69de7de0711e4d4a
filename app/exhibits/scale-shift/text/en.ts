import { card } from '../card.ts'
import { presetNotes } from './notesEn.ts'
import type { Widened } from '../../../../src/exhibit/widened.ts'
export const en = {
  title: card.title.en,
  question: 'What do {:gamma} and {:beta} give back?',
  prose: [
    'Normalization takes away place and spread; two learned numbers hand them back. The size |{:gamma}| of {:gamma} = {gamma} sets the spread, {:beta} = {beta} the place, and so how much of the batch is saturated, which means: lies where the slope of {f} is under a tenth of its steepest, so that hardly any gradient comes back. Of {:y} that is {shareY}, of {:xhat} {shareXHat}, of the original {:x} {shareX}.',
    'With {:gamma} = {:sigma} = {sigma} and {:beta} = {:mu} = {mu} the layer gives {:x} back, but only for the batch that {:sigma} and {:mu} were taken from. The root-mean-square (RMS) difference between {:y} and {:x} is now {rms} on this batch, and {nextRms} on the next one with the same {:gamma} and {:beta}.',
    'Each dot is one of {m} digit images, seen by one unit of a small network (a layer of {units} units, trained for {trained} steps). Its first weights were drawn {wide} times as wide as usual, and the unit and the first batch were picked; on this batch {far} of the {units} units have a mean beyond ±2. Large weights like these are how units end up where the curve is flat. Dots are piled up at the centres of bins; threads and arrows are exact.',
  ],
  takeaway:
    'Normalization gives every unit the same place and spread. {:gamma} and {:beta} let training choose them again, as two numbers of their own instead of a side effect of all the weights before. They can undo one batch exactly, but not every batch.',
  predictions: {
    zero: {
      question: 'Before you drag: set {:gamma} to 0. What does every {:y} become?',
      options: [
        {
          label: '0',
          right: false,
          feedback:
            'That forgets the shift: {:gamma} erases {:xhat}, but {:beta} is still added. 0\u00a0·\u00a0{:xhat}\u00a0+\u00a0{:beta}\u00a0=\u00a0{:beta}.',
        },
        {
          label: '{:beta}',
          right: true,
          feedback: 'Every sample becomes the same number: nothing of the input is left.',
        },
        {
          label: '{:xhat}',
          right: false,
          feedback:
            'That is {:gamma} = 1 with {:beta} = 0. Multiplying by 1 keeps a number, multiplying by 0 erases it.',
        },
      ],
      deed: 'set {:gamma} to 0, with its slider or by pushing its arrow together.',
      why: 'In {:y} = {:gamma} {:xhat} + {:beta} the sample appears only beside {:gamma}. At {:gamma} = 0 the unit says {:beta} whatever it sees: it is switched off.',
    },
    negative: {
      question: 'Make {:gamma} positive, of the same size. The standard deviation of {:y} will…',
      options: [
        {
          label: 'flip sign',
          right: false,
          feedback:
            'A spread is never negative. The sign of {:gamma} mirrors the batch; only its size stretches.',
        },
        {
          label: 'stay',
          right: true,
          feedback: 'The sign mirrors the batch, the size stretches it.',
        },
        {
          label: 'grow',
          right: false,
          feedback:
            'The way from a negative {:gamma} to a positive one leads over 0: on it the spread shrinks to nothing, then grows back to what it was.',
        },
      ],
      deed: 'drag one head of {:gamma} across the other until the arrow is as long as before.',
      why: 'The variance of {:y} is {:gamma}² times the variance of {:xhat}, and a square forgets the sign. With a negative {:gamma} all threads of the picture cross in one point: the largest {:xhat} becomes the smallest {:y}.',
    },
    next: {
      question:
        'With {:gamma} = {:sigma} and {:beta} = {:mu} this batch comes back exactly. And the next batch, with the same {:gamma} and {:beta}?',
      options: [
        {
          label: 'exactly too',
          right: false,
          feedback:
            'That takes {:mu} and {:sigma} for constants. They are measured on each batch anew; {:gamma} and {:beta} stay as they are.',
        },
        {
          label: 'only roughly',
          right: true,
          feedback: 'The next batch is normalized with its own {:mu} and {:sigma}.',
        },
        {
          label: 'not at all',
          right: false,
          feedback:
            'The next batch comes from the same data set, so its {:mu} and {:sigma} are similar, just not equal.',
        },
      ],
      deed: 'press “Next batch”.',
      why: 'The layer subtracts the {:mu} of the batch at hand and adds one {:beta} for all batches. The two cancel only where that {:mu} happens to be {:beta}. In the picture the blue line parts from the arrow.',
    },
  },
  challenges: {
    back: {
      goal: 'Give {:x} back by hand: lay the arrows on the band.',
      hint: 'The tip of {:beta} belongs on the blue line, the tips of {:gamma} on the edges of the band.',
      done: '{:gamma} ≈ {:sigma} and {:beta} ≈ {:mu}: this layer now does next to nothing to this batch.',
    },
    half: {
      goal: 'Saturate exactly half of the batch.',
      hint: 'Put {:beta} on the edge of a grey column, then make small moves.',
      done: 'Where the curve is flat, hardly any gradient comes back: here for half of the batch.',
    },
    mirror: {
      goal: 'Make {:y} the mirror image of {:xhat}.',
      hint: 'Same size, other side: drag one head of {:gamma} across the other.',
      done: '{:gamma} = −1 mirrors. {:beta} only moves the mirror.',
    },
  },
  labels: {
    gamma: 'Scale {:gamma}',
    beta: 'Shift {:beta}',
    activation: 'Activation',
    batch: 'Mini-batch',
    target: 'Learn toward',
    rate: 'Learning rate {:eta}',
  },
  choices: {
    activation: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' },
    target: { x: 'the original {:x}', standard: 'normalized {:xhat}' },
  },
  help: {
    gamma: 'Stretches the batch. Negative values mirror it, 0 erases it.',
    beta: 'Moves the whole batch.',
    activation:
      'What comes after the layer. It is flat where its slope is under a tenth of the steepest.',
    batch: 'The training images in a fixed random order, cut into mini-batches.',
    target: 'What “Learn” makes {:y} resemble: {:x} itself, or {:xhat} (mean 0, variance 1).',
    rate: 'How much of the gradient one step takes. Above 1 every step overshoots. Where {:y} is its target already, nothing is left to learn.',
  },
  presetNotes,
  presets: {
    default: 'A batch on the slope of the curve',
    identity: '{:gamma} = 1, {:beta} = 0: {:y} is {:xhat}',
    giveBack: '{:gamma} = {:sigma}, {:beta} = {:mu}: {:x} comes back',
    negative: 'Negative {:gamma}: mirrored',
    zero: '{:gamma} = 0: everything erased',
    dead: 'ReLU that never fires',
  },
  notes: {
    gap: 'var({:xhat}) ({:gamma} − {:sigma}): arrow against band',
    gapStandard: 'var({:xhat}) ({:gamma} − 1): arrow against {:xhat}',
  },
  stages: [],
  play: 'Learn',
  describe:
    'With γ = {gamma} and β = {beta}, y has mean {mean} and standard deviation {sd}; {k} of {m} samples are saturated in {f}.',
  columns: {
    sample: 'Sample',
    x: 'Original x',
    xHat: 'Normalized x̂',
    y: 'Output y',
    activated: 'f(y)',
    saturated: 'Saturated',
  },
  actions: {
    means:
      '{:gamma} = {:sigma}, {:beta} = {:mu} gives {:x} back, for this batch. RMS difference now: {rms}.',
    isBack: '{:y} is {:x} again: RMS difference {rms}, which is rounding.',
    giveBack: 'Give {:x} back',
    nextBatch: 'Next batch',
    previousBatch: 'Previous batch',
  },
  /** Words on the picture. */
  plot: {
    normalized: 'normalized',
    output: 'output',
    activated: 'activated',
    mean: 'mean',
    sd: 'sd',
    sdOne: 'sd 1',
    rms: ['RMS difference', 'from {:x}'],
    affine: '× {:gamma} + {:beta}',
    image: 'Image {i}',
    digit: 'digit {label}',
    saturated: 'saturated',
    saturatedX: '{:x} saturated',
    was: '{:x} was here',
    flat: 'saturated: slope under 1/10 of the steepest',
    flatLines: ['saturated:', 'slope < 1/10 max'],
    flatShort: 'saturated',
    count: '{k} of {m} saturated',
    countShort: '{k} / {m}',
    yes: 'yes',
    no: 'no',
    sample: 'Sample',
    sampleValue: 'sample {i}: x̂ {xHat}, y {y}',
    gammaHandle: 'Scale γ, by its arrow',
    betaHandle: 'Shift β, by its arrow',
  },
} as const

export type Text = Widened<typeof en>
