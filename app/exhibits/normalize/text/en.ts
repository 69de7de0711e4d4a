export const en = {
  title: 'Normalize',
  question: 'What does one batch look like before and after?',
  prose: [
    'Each dot is one of the {m} samples of this batch. Drag any of them: the [mean](mu) follows, the [spread](variance) breathes, and still the middle rail has mean 0 and variance {xHatVariance}. Now the mean is {mu}, the variance {variance}.',
    'A row is a sample, a column is a unit. Before, the means of the {columns} columns run from {columnsLeastMu} to {columnsMostMu}, their standard deviations from {columnsLeastSigma} to {columnsMostSigma}. After, every column has the same centre and the same size, and the pattern within each column is untouched.',
    'The bins are the same before and after. {:xhat} stands where {:x} never stood, but in the same shape: skewness {skewX} before, {skewXHat} after. Normalizing moves and stretches a batch; it does not make it bell-shaped.',
    'Each horizontal line is one of {lines} units; the denser the colour, the more of its {perLine} samples landed there. Before, every unit lives somewhere else. After, all {lines} stand in one column. Scale or shift the input: the upper picture moves, the lower one stays.',
    'These are {count} real numbers: digit images, each moved by at most one pixel, seen by an untrained layer of {lines} units. Every time you move a slider all of them are normalized anew. No mean of {:xhat} is then farther from 0 than {largestMean}.',
    'The data set is cut into mini-batches of {batchSize}, and {:mu} and {:variance} belong to the mini-batch: over the {batches} of them {:mu} runs from {batchesLeastMu} to {batchesMostMu}. Choose another one and the same unit has other statistics.',
    'The samples are digit images, seen by a small network that was trained here for {steps} steps; {:gamma} and {:beta} are what it learned. The first picture was chosen to be clear, from 40 such networks. Over all {population} training images this unit has mean {populationMu}; units of its layer with a mean that far from 0: {similarUnits} of {features}.',
  ],
  takeaway:
    'Subtract the mean of the batch, divide by its standard deviation: then each unit speaks with mean 0 and variance 1, whatever the numbers were before. Place and size go; order and shape stay. {:gamma} and {:beta} can give place and size back.',
  predictions: {
    rails: {
      question: 'Drag the last dot far to the right. The other dots of {:xhat} will…',
      options: [
        {
          label: 'spread',
          right: false,
          feedback:
            'That treats the far dot as if it pushed the others away. It does the opposite: it makes {:variance} larger, and every distance is divided by its root.',
        },
        {
          label: 'stay',
          right: false,
          feedback:
            'That treats each sample by itself. But {:mu} and {:variance} belong to the batch: move one sample, and all are measured with a new ruler.',
        },
        {
          label: 'squeeze',
          right: true,
          feedback: 'One far value makes {:variance} large, and it divides everybody’s distance.',
        },
      ],
      why: 'The far dot pulls {:mu} along and swells {:variance}, until the others all look alike: they tend to −1/√({:m} − 1), and the far one to √({:m} − 1). One outlier can mute a whole batch.',
    },
    matrix: {
      question:
        'Swap one sample of the batch, so one row of {:x}. How many rows of {:xhat} change?',
      options: [
        {
          label: 'one',
          right: false,
          feedback:
            'That would be layer normalization, where each row is measured by itself. Here each column is.',
        },
        {
          label: 'a few',
          right: false,
          feedback:
            'Rows have no neighbours here: each one counts the same in the {:mu} and {:variance} of every column.',
        },
        {
          label: 'all',
          right: true,
          feedback:
            'Every column gets a new {:mu} and {:variance}, and every row is measured with them.',
        },
      ],
      why: 'In a batch-normalized layer a sample depends on the samples it arrives with. That is why such a network can answer differently in training and in use, where it works with remembered statistics instead.',
    },
    histogram: {
      question: 'Take a batch with a long tail to one side and normalize it. {:xhat} will be…',
      options: [
        {
          label: 'bell-shaped',
          right: false,
          feedback:
            '“Normalize” sounds like “make it a normal distribution”. But subtracting one number and dividing by another only moves and stretches; it cannot bend.',
        },
        {
          label: 'just as lopsided',
          right: true,
          feedback: 'Moved and stretched, nothing else: the tail is still there.',
        },
        {
          label: 'even',
          right: false,
          feedback:
            'That would be ranking, which makes all gaps alike. Here all gaps shrink or grow by one factor.',
        },
      ],
      why: '{:xhat} is a straight-line function of {:x}. A straight line keeps the order of the samples, the ratios of their gaps, and the skewness. Choose “Skewed” and compare the two skewness numbers below the picture.',
    },
    million: {
      question: 'Multiply every {:x} by 10. The picture of {:xhat} will…',
      options: [
        {
          label: 'widen',
          right: false,
          feedback:
            '{:x} does get ten times wider. But so does {:sigma}, and the one is divided by the other.',
        },
        {
          label: 'stay',
          right: true,
          feedback: 'The factor 10 is above the line and below it, so it cancels.',
        },
        {
          label: 'narrow',
          right: false,
          feedback:
            'Dividing by a larger {:sigma} alone would narrow it. But what is divided has grown by the same factor.',
        },
      ],
      why: '(10{:x} − 10{:mu}) / (10{:sigma}) is what it was before, up to {:epsilon}. So the size of the weights in front of a batch normalization does not matter to what comes out of it.',
    },
  },
  challenges: {
    variance4: {
      goal: 'Make {:variance} exactly 4.',
      hint: 'Pull the edge of the band until {:sigma} is 2.00, or move single dots apart.',
      done: '{:sigma} is 2 now: on the way to {:xhat} every distance is halved.',
    },
    beyond3: {
      goal: 'Make some {:xhat} exceed 3. What is the smallest batch that allows it?',
      hint: 'One sample far away, the others close together. But no {:xhat} can exceed √({:m} − 1).',
      done: 'The smallest batch for it has 11 samples: √10 is 3.16, but √9 is only 3.',
    },
    epsilon: {
      goal: 'Raise {:epsilon} until {:xhat} has variance below 0.5.',
      hint: 'The variance of {:xhat} is {:variance} / ({:variance} + {:epsilon}).',
      done: '{:epsilon} is larger than {:variance} now, so it does most of the dividing. Usually it only guards against dividing by 0.',
    },
  },
  labels: {
    view: 'Picture',
    batchSize: 'Batch size',
    unit: 'Unit',
    data: 'Data',
    epsilon: '{:epsilon}',
    gamma: 'Scale {:gamma}',
    beta: 'Shift {:beta}',
    batch: 'Mini-batch',
    seed: 'Seed',
    scale: 'Scale of {:x}',
    shift: 'Shift of {:x}',
    rows: 'Your own numbers',
    edits: 'Moved samples',
    added: 'Added samples',
    removed: 'Removed samples',
  },
  choices: {
    view: { rails: 'Rails', matrix: 'Matrix', histogram: 'Histogram', million: 'One million' },
    data: {
      digits: 'Digit images',
      gaussian: 'Bell curve',
      bimodal: 'Two groups',
      skewed: 'Skewed',
      relu: 'After ReLU',
      outlier: 'One outlier',
      constant: 'All the same',
      own: 'Your own',
    },
  },
  help: {
    batchSize: 'How many samples are normalized together, 1 to 256.',
    unit: 'Which output of the layer (which column of the data) the rails show.',
    data: 'Where the samples come from.',
    epsilon: 'Added to the variance so that nothing is divided by 0.',
    gamma: 'Multiplies every normalized value of the unit.',
    beta: 'Is added to every normalized value of the unit.',
    batch: 'Which piece of the data set.',
    seed: 'Starts the random numbers: the same seed always gives the same data.',
    scale: 'Multiplies all input values.',
    shift: 'Is added to all input values.',
  },
  presets: {
    default: 'A real batch of digits',
    worked: 'By hand: 1, 2, 3, 6',
    squeeze: 'One dot far away',
    outlier: 'A batch with an outlier',
    grades: 'Grades 60, 60, 60 become 0',
    batchOfOne: 'A batch of one',
    farFromZero: 'One hundred thousand and a bit',
    epsilonMatters: 'When {:epsilon} matters',
    skewed: 'Skewed stays skewed',
    relu: 'Half of it zeros',
    matrix: 'A whole layer',
    million: 'A million numbers',
  },
  notes: {
    railX: 'input',
    railXHat: 'normalized',
    railY: 'output',
    after: 'mean {mean}, variance {variance}',
    image: 'Image {i}',
    sample: 'Sample {i}',
    digit: 'digit {label}',
    batches: 'batches',
    strip: '{n} samples in {k} mini-batches; this is number {b}',
    stripGrip: 'Mini-batch',
    stripValue: 'mini-batch {b} of {k}',
    meanGrip: 'Mean μ: moves all samples',
    spreadGrip: 'Standard deviation σ: stretches all samples',
    betaGrip: 'Shift β',
    gammaGrip: 'Scale γ',
    unit: 'unit {j}',
    unitGrip: 'Unit: choose a column',
    units: '{n} units, sorted by {:mu}',
    matrixImages: '{m} images, one row each',
    matrixSamples: '{m} samples, one row each',
    matrixSome: '{k} of {m} samples, one row each',
    matrixColumns: 'columns {from} to {to} of {n}',
    eachColumn: 'Each column has its own {:mu} and {:variance}.',
    byHand: '{:epsilon} counts too, where {:variance} is small.',
    constant: 'All values are equal: nothing is left but {:beta}.',
    millionCount: 'samples × units, in 32-bit arithmetic',
    millionMean: 'the largest |mean| of any unit, as measured',
    millionVariance: 'the variances of all units, as measured',
  },
  stages: ['Centre: x − μ', 'Scale to variance 1', 'Scale by γ, shift by β'],
  play: 'Play',
  describe:
    '{m} values of unit {u}, mean {mu}, standard deviation {sigma}, become mean 0, variance {v}; scaled and shifted, mean {my}, standard deviation {sy}.',
  describeOne: 'One value of unit {u}, {mu}, becomes 0; scaled and shifted, {my}.',
  describeMatrix:
    '{m} samples of {features} units, with means from {leastMu} to {mostMu} and standard deviations from {leastSigma} to {mostSigma}; normalized, every unit has mean 0 and a variance from {leastVariance} to {mostVariance}. Selected is unit {u}, mean {mu}, standard deviation {sigma}.',
  describeMillion:
    '{count} values, {m} for each of {features} units, with means from {leastMu} to {mostMu} and standard deviations from {leastSigma} to {mostSigma}; normalized, no mean is farther from 0 than {largestMean}, and the variances run from {leastVariance} to {mostVariance}.',
  columns: {
    sample: 'Sample',
    digit: 'Digit',
    x: 'Input x',
    xHat: 'Normalized x̂',
    y: 'Output y',
    moved: 'Changed by hand',
    unit: 'Unit',
    mu: 'Mean μ',
    sigma: 'Standard deviation σ',
    xHatMu: 'Mean of x̂',
    xHatSigma: 'Standard deviation of x̂',
    yes: 'yes',
    no: '',
  },
  actions: {
    own: 'Your own numbers',
    add: 'Add a sample',
    remove: 'Remove sample {i}',
    restore: 'Put all back',
  },
  own: {
    title: 'Your own numbers',
    explain:
      'Paste or drop a table: rows are samples, columns are units. A line alone is one unit. Names in the first row are fine. Up to 1 MB and 65,536 numbers; nothing leaves this page.',
    paste: 'Numbers',
    placeholder: '1, 2, 3, 6',
    use: 'Normalize these',
    example: 'Example: 1, 2, 3, 6',
    file: 'Open a CSV file',
    close: 'Close',
    drop: 'Drop the file here',
    unreadable: 'This file could not be read.',
    errors: {
      empty: 'There are no numbers here yet.',
      cell: 'Line {line}, column {column}: “{cell}” is not a number.',
      blank: 'Line {line}, column {column} is empty.',
      notFinite: 'Line {line}, column {column}: “{cell}” is not a finite number.',
      ragged: 'Line {line} ends at column {found}, the first row at column {expected}.',
      tooLarge: 'This is more than 1 MB.',
      tooMany: 'From line {line} on there are more than 65,536 numbers.',
      tooWide: 'There are {found} columns; at most {expected} can be shown.',
      tooFar: 'Line {line}, column {column}: {cell} is too far from 0 to be squared.',
    },
  },
} as const

type Widened<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : { readonly [K in keyof T]: Widened<T[K]> }

/** The words of this exhibit; every language has all of them. */
export type Text = Widened<typeof en>
