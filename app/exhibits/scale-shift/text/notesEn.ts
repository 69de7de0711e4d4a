/** What to notice in each named state; a test holds the numbers to the frames. */
export const presetNotes = {
  default:
    'With {:gamma} = 1.60 and {:beta} = 2.00, 5 of the 32 samples lie where the sigmoid is flat; with {:x} itself it would be 11.',
  identity:
    '{:gamma} and {:beta} change nothing: {:y} is {:xhat}, around 0, in the steep part of the curve, and no sample is saturated.',
  giveBack:
    'Both arrows lie on the band, so {:y} is {:x} again. Press “Next batch”: with the same arrows {:y} is then 0.61 off.',
  negative:
    'All threads cross in one point: the largest has become the smallest. The standard deviation is |{:gamma}|, not {:gamma}.',
  zero: 'All 32 samples have become the same number, {:beta}: what told them apart is gone, and nothing behind can bring it back.',
  dead: 'Every {:y} is below 0, so ReLU answers 0 to all 32 samples; it is flat there, so no gradient comes back through it.',
} as const
