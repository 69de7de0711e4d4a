import { card } from '../card.ts'
import { challenges, predictions } from '../betsEn.ts'
import { presetNotes } from './notesEn.ts'

export const en = {
  title: card.title.en,
  question: 'What does the layer remember for test time?',
  prose: [
    'Two numbers, nudged by every batch: {a} of the old value stays, {rest} comes from the new batch, so early batches fade. The last {window} batches hold {windowWeight} of the weight. One test sample, {:x} = {x}, becomes {xHatBatch} beside this batch and {xHatRunning} from memory; with the statistics of the whole population it would be {xHatTruth}.',
    'Before the first batch there is only a guess: mean {startMean}, variance {startVariance}. With these the test sample {:x} = {x} would become {startXHat}; with the statistics of the whole population it would be {xHatTruth}. Press Play and see the guess fade.',
    'After {settled} batches the start weighs 1% or less: that is the dotted line. How much the average still wobbles after that is another matter: the smaller the batches and the smaller {:a}, the more.',
    'Bias correction takes the start of {removedStart} out of the average and divides by the weight that is left, so the first batch counts fully and there is nothing to wait for. It is the correction of the Adam optimiser; none of the four frameworks does it to its running statistics.',
    'Over the last {gapBatches} batches the two ways to normalize the test sample differ by {gap} on average. Larger batches make the difference shrink, because each of them resembles the population more.',
    'The population itself moves, by {drift} with every batch, and the average limps after it: in the long run by {:a} / (1 − {:a}) times as much, {lag}. Right now it is {behind} behind. A long memory is steady, but it is old.',
    'What the shaded band says before anything is drawn: of all streams that could come, the running mean has mean {expectedMean} and standard deviation {meanDeviation}, the running variance {expectedVariance} and {varianceDeviation}.',
    'Measured over {runs} other streams, with the same settings: mean {measuredMean} and standard deviation {measuredMeanDeviation} for the running mean, {measuredVariance} and {measuredVarianceDeviation} for the running variance.',
    'The samples are digit images as unit {unit} of a small network sees them; it was trained on this page. Over all training images this unit has mean {population} and standard deviation {populationSigma}: the black lines. Each batch is drawn at random from all of them, with replacement, so the formulas hold exactly. The unit, the test image and the first stream were picked; a new seed draws another stream.',
    'The samples are drawn from a normal distribution with standard deviation {sigmaShown}; drag the black line to move its mean.',
    'Of each batch only the first {kept} samples are drawn as dots; all of them are averaged.',
    'The article that this lab follows writes beta both for this average and for the shift of the layer. We write {:a} for the average and {:beta} for the shift. Its step 4, read literally, normalizes with these remembered numbers during training too. That is not batch normalization: in training every batch is normalized with its own {:mu} and {:variance}, and what is remembered waits for test time.',
  ],
  takeaway:
    'The layer keeps a running mean and a running variance for test time. A keep-rate {:a} near 1 makes them steady but slow, a small one quick but shaky. Check which of the two weights a framework calls momentum.',
  predictions,
  challenges,
  labels: {
    data: 'Data',
    a: 'Keep-rate {:a}',
    batchSize: 'Batch size {:m}',
    statistics: 'Normalize with',
    steps: 'Batches',
    variance: 'Averaged variance',
    mu: 'Population {:mu}',
    sigma: 'Population {:sigma}',
    drift: 'Drift per batch',
    corrected: 'Bias correction',
    seed: 'Seed',
    startMean: 'Running mean at the start',
    startVariance: 'Running variance at the start',
    x: 'Test sample {:x}',
    epsilon: '{:epsilon}',
    place: 'Batch that is looked at',
  },
  choices: {
    data: { digits: 'Digits', gaussian: 'Normal', drift: 'Drifting' },
    statistics: { batch: 'this batch', running: 'running', alone: 'itself' },
    variance: { unbiased: 'unbiased, 1/(m − 1)', biased: 'biased, 1/m' },
  },
  help: {
    a: 'The weight of the old value. The slider gives equal room to 0.9, 0.99 and 0.999.',
    batchSize: 'Samples in each batch, 2 to 256. One sample has no variance to average.',
    statistics:
      'Whose mean and variance the test sample is normalized with: those of the latest batch, the running ones, or its own, as a batch of one.',
    steps: 'How many batches come, 1 to 5,000.',
    variance:
      'Which variance goes into the average. PyTorch takes the unbiased one, though it normalizes with the biased one.',
    mu: 'Mean of the population, at the start if it drifts.',
    sigma: 'Standard deviation of the population.',
    drift: 'How far the mean of the population moves with every batch.',
    corrected:
      'Takes the start out: subtracts a to the power t times the start, divides by what is left.',
    seed: 'Where the random numbers begin: the same seed always draws the same batches.',
  },
  presetNotes,
  presets: {
    default: 'PyTorch: momentum 0.1',
    keras: 'Keras: momentum 0.99',
    onnx: 'ONNX: momentum 0.9',
    flax: 'Flax: momentum 0.99',
    swapped: 'PyTorch’s 0.1 given to Keras',
    start: 'Before the first batch',
    corrected: 'The start taken out',
    drift: 'A population that moves',
    large: 'Batches of 128',
    long: '5,000 batches, {:a} = 0.999',
  },
  notes: {
    start: 'no batch yet',
    alone: 'a batch of one: its mean is itself',
    lag: 'how far it is behind in the long run',
  },
  stages: [],
  play: '',
  describe:
    'After {t} batches of {m}, the running mean is {r} and the running variance {s}; the test sample {x} becomes {zr} from memory, {zb} beside this batch.',
  describeOne:
    'After 1 batch of {m}, the running mean is {r} and the running variance {s}; the test sample {x} becomes {zr} from memory, {zb} beside this batch.',
  describeStart:
    'Before the first batch of {m}, the running mean is {r} and the running variance {s}; the test sample {x} becomes {zr} from memory.',
  columns: {
    batch: 'Batch',
    batchMean: 'Mean of the batch',
    mean: 'Running mean',
    expectedMean: 'Its mean in theory',
    meanDeviation: 'Its standard deviation in theory',
    batchVariance: 'Variance of the batch (biased)',
    variance: 'Running variance',
    expectedVariance: 'Mean of the running variance in theory',
    varianceDeviation: 'Standard deviation of the running variance in theory',
    xHatBatch: 'x̂ with the batch',
    xHatRunning: 'x̂ from memory',
    startWeight: 'Weight of the start',
  },
  frameworks: {
    title: 'momentum in code',
    unbiased: 'Average the unbiased variance',
    corrected: 'Bias correction: take the start out',
    stream: 'Draw other batches',
    name: 'Defaults of',
    now: 'Now',
    usual: 'Default',
    differs: {
      pytorch:
        'PyTorch counts the weight of the new value: its 0.1 is {:a} = 0.9. It averages the unbiased variance and normalizes with the biased one, {:epsilon} = 10⁻⁵.',
      keras:
        'Keras counts the weight of the old value: its 0.99 is a memory ten times as long as PyTorch’s. It averages the biased variance; {:epsilon} = 10⁻³ is a hundred times PyTorch’s.',
      onnx: 'ONNX counts the weight of the old value, with PyTorch’s length: 0.9 here is 0.1 there. It averages the biased variance, {:epsilon} = 10⁻⁵.',
      flax: 'Flax counts the weight of the old value as Keras does, 0.99, and averages the biased variance, but with {:epsilon} = 10⁻⁵.',
      none: 'The same average has two names for its weight: PyTorch counts the new value, 1 − {:a}, the others the old one, {:a}. Copy the number from one to the other and the memory is far too short, or far too long.',
    },
  },
  /** Words on the picture. */
  plot: {
    mean: 'mean',
    variance: 'variance',
    testSample: 'test sample',
    weight: 'weight in memory',
    weightLines: ['weight in', 'memory'],
    batch: 'this batch',
    batchShort: 'batch',
    running: 'running',
    population: 'population',
    truth: 'truth',
    alone: 'by itself',
    test: 'test {:x}',
    start: 'start {value}',
    startWeight: 'start {share}',
    windowWeight: 'last {n} batches: {share}',
    latest: 'latest',
    batches: 'batch',
    theory: 'theory ± 2 sd',
    settled: '99% settled: batch {t}',
    settledOff: '99% settled: batch {t} →',
    noStart: 'start taken out',
    startMeanHandle: 'Running mean at the start',
    startVarianceHandle: 'Running variance at the start',
    testHandle: 'Test sample x',
    image: 'test image',
    populationHandle: 'Population mean μ',
    placeHandle: 'Batch that is looked at',
    placeValue: 'batch {t} of {steps}',
  },
} as const

type Widened<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : { readonly [K in keyof T]: Widened<T[K]> }

export type Text = Widened<typeof en>
