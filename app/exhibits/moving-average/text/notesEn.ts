/** What to notice in each named state; a test holds the numbers to the frames. */
export const presetNotes = {
  default:
    'PyTorch’s momentum of 0.1 is {:a} = 0.9. The start at 0 has faded to 1% after 44 batches; the latest batch alone weighs 10%.',
  keras:
    'Keras’s 0.99 is a long memory: after 60 batches the start at 0 still weighs 55%, and the test sample comes out far too large.',
  onnx: 'The same trace as PyTorch’s for the mean. The running variance tends to 7/8 of the population’s, because the biased variance of 8 samples is averaged.',
  flax: 'The same as Keras but for {:epsilon}, which is a hundred times smaller; beside this variance that hardly changes {:xhat}.',
  swapped:
    'Someone copied momentum=0.1 from PyTorch to Keras: {:a} is 0.1, so 90% of what is remembered is the latest batch.',
  start:
    'No batch has come. Every framework starts with mean 0 and variance 1, whatever the data are.',
  corrected:
    'With the same {:a} = 0.99 the running mean is near the population after a few batches: the start has no weight. The band is wide at first, because few batches are in it.',
  drift:
    'The running mean follows the population at a distance of {:a} / (1 − {:a}) = 19 drifts, almost 1.',
  large:
    'Sixteen times as many samples: a batch mean wobbles a quarter as much, and the two ways to normalize nearly agree.',
  long: 'At {:a} = 0.999 it takes 4,603 batches until the start weighs 1%. Many short trainings end before that.',
} as const
