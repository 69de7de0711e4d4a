/** What to notice in each named state; a test holds the numbers to the frames. */
export const presetNotes = {
  default:
    'Every thread is moved by the same {:mu} and drawn in by the same {:sigma}: the distances shrink, the order stays.',
  worked:
    'Work it out on paper: {:mu} = 3, {:variance} = 3.5, so 6 becomes 3 ÷ √3.5 = 1.604, and then 2 × 1.604 + 1 = 4.21.',
  squeeze:
    'One sample at 30 makes {:sigma} 5.56 instead of 1.61: the other 23 dots of {:xhat} now crowd between −0.65 and 0.65.',
  outlier:
    'One value of 21.57 among two dozen makes {:sigma} 4.57. Remove that sample and see how much room the others get.',
  grades:
    'Nobody differs from {:mu} = 60, so every {:xhat} is 0; only {:epsilon} keeps it from being 0 ÷ 0.',
  batchOfOne:
    'Alone, a sample is its own mean. Drag it: {:xhat} stays 0 and {:y} stays {:beta}, whatever it is.',
  farFromZero:
    'The example worked by hand with 100,000 added to each number: {:mu} is 100,000 more, {:xhat} and {:y} are the same.',
  epsilonMatters:
    '{:epsilon} = 3 is larger than {:variance} = 2.59 and is divided by as well: the variance of {:xhat} is 0.46 instead of 1.',
  skewed:
    'The long tail to the right is still there: skewness 1.73 before, 1.73 after. To normalize is to move and to stretch.',
  relu: 'ReLU has made 14 of the 24 values exactly 0. They stay together: each becomes −0.65, the least {:xhat} there is.',
  matrix:
    'Each column has its own {:mu} and {:variance}: however far apart the 16 units were before, afterwards they are alike.',
  million:
    'Before, the means of the 256 units run from −2.67 to 2.12; after, all are 0. Scale or shift {:x}, and {:xhat} stays.',
} as const
