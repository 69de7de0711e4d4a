/** What to notice in each named state; a test holds the numbers to the frames. */
export const presetNotes = {
  default:
    'By itself sample 7 would get 0.094. Through {:mu} and {:variance} the batch adds −0.055 and −0.085, so that −0.046 arrives: the other way.',
  onlySeven:
    'Seven of the eight {:xhat} get nothing from the loss, and still every {:x} has a gradient. Sample 3 has −0.0017, all of it through {:mu} and {:variance}.',
  wholeBatch:
    'The [level line](mu) is the average of the dots, 0.055; the [tilted one](variance) rises by 0.063 for each step of 1 along {:xhat}. Only the sticks between it and the dots are left for {:x}.',
  equal:
    'The direct gradient of all eight is the same, 0.1398. {:mu} takes it whole, and nothing reaches {:x}: to move them all together would change nothing.',
  small:
    'The loss is 0.6331 as before, and every gradient is ten times as large: for sample 7 it is −0.464.',
  epsilonBreaks:
    'The variance, 0.00005, is less than {:epsilon} = 0.001. So {:xhat} shrinks, the loss goes from 0.6331 to 0.7769, and the gradient grows 31.3 times instead of 100; the cosine of its angle to the weights is 0.22, not 0.',
  bias: 'All eight {:x} are 3 larger, and so is {:mu}, now 3.50. Nothing else has changed: every {:xhat}, the loss and all gradients are what they were.',
  outlier:
    'One sample at 6 makes {:sigma} 1.96 instead of 0.72, and all gradients are divided by it. Its own {:xhat} is almost as large as can be, so that it keeps little: 0.012 of 0.175.',
  same: 'The variance is 0: with {:epsilon} = 0 each {:xhat} would be 0 / 0, so another {:epsilon} stands in. {:beta} is 0 too, so each {:gamma} {:xhat} + {:beta} lies on the corner of the ReLU, where there is no derivative to check.',
} as const
