/** The bets: one per picture, and one for a batch of one. */
export const predictions = {
  rails: {
    question: 'Drag the rightmost dot far to the right. The other dots of {:xhat} will…',
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
    deed: 'drag the rightmost dot far to the right, past the end of the axis.',
    why: 'The far dot pulls {:mu} along and swells {:variance}, until the others all look alike: they tend to −1/√({:m} − 1), and the far one to √({:m} − 1). One outlier can mute a whole batch.',
  },
  matrix: {
    question:
      'Take one sample out of the batch, so one row of {:x}. How many of the other rows of {:xhat} change?',
    options: [
      {
        label: 'none',
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
    deed: 'press “Remove sample”.',
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
    deed: 'choose “Skewed” under Data.',
    why: '{:xhat} is a straight-line function of {:x}. A straight line keeps the order of the samples, the ratios of their gaps, and so the skewness: the mean of {:xhat}³, which is 0 for a symmetric shape and positive with a long tail to the right. Compare the two skewness numbers below the picture.',
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
    deed: 'move “Scale of {:x}” to 10.',
    why: '(10{:x} − 10{:mu}) / (10{:sigma}) is what it was before, up to {:epsilon}. So the size of the weights in front of a batch normalization does not matter to what comes out of it.',
  },
  one: {
    question: 'A batch of one. Drag its dot far to the right. Its {:xhat} will…',
    options: [
      {
        label: 'follow',
        right: false,
        feedback:
          '{:xhat} is measured from {:mu}, and with one sample {:mu} is the sample: it comes along.',
      },
      {
        label: 'stay at 0',
        right: true,
        feedback: 'Wherever the sample lies, {:x} − {:mu} is 0.',
      },
      {
        label: 'become 1',
        right: false,
        feedback:
          'That would take a spread to be measured in. One sample has none: {:variance} is 0.',
      },
    ],
    deed: 'drag the dot far to the right.',
    why: 'One sample is its own mean, so nothing of it is left: {:y} is {:beta} whatever the unit sees. A dense layer can learn nothing through batch normalization from batches of one.',
  },
} as const

export const challenges = {
  variance4: {
    goal: 'Make {:variance} exactly 4.',
    hint: '{:variance} = 4 means {:sigma} = 2. Drag the right edge of the band until {:sigma} reads 2.00.',
    done: 'With {:variance} = 4, {:sigma} is 2: on the way to {:xhat} every distance is halved, as long as {:epsilon} is small.',
  },
  beyond3: {
    goal: 'Make some {:xhat} exceed 3 in the smallest batch that allows it.',
    hint: 'Drag one sample very far away. No {:xhat} can exceed √({:m} − 1): from which batch size on is that more than 3?',
    done: '11 samples: √10 is 3.16, but with 10 samples √9 is only 3.',
  },
  epsilon: {
    goal: 'Raise {:epsilon} until {:xhat} has variance below 0.5.',
    hint: 'The variance of {:xhat} is {:variance} / ({:variance} + {:epsilon}).',
    done: 'Once {:epsilon} is larger than {:variance}, it does most of the dividing. Usually it only guards against dividing by 0.',
  },
} as const
