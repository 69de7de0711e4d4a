/** The bets and the goals. */
export const predictions = {
  keep: {
    question: 'Raise {:a} to 0.99: when does the running mean settle?',
    options: [
      {
        label: 'sooner',
        right: false,
        feedback:
          'That reads {:a} as PyTorch’s momentum, the weight of the new value. Here {:a} is the weight of the old one.',
      },
      {
        label: 'later',
        right: true,
        feedback: 'More of the old value stays with every batch, the start too.',
      },
      {
        label: 'same',
        right: false,
        feedback:
          'Where it ends does not depend on {:a}; how long it takes does. Each batch multiplies the start’s weight by {:a}.',
      },
    ],
    deed: 'move {:a} to 0.99.',
    why: 'After t batches the start weighs a to the power t. That falls to 1% after 44 batches at 0.9, and only after 459 at 0.99: a memory about ten times as long.',
  },
  lag: {
    question: 'The population drifts. Raise {:a}: the running mean will be…',
    options: [
      {
        label: 'nearer to it',
        right: false,
        feedback:
          'A larger {:a} makes the average steadier, not newer. It mixes in more old batches, from where the population no longer is.',
      },
      {
        label: 'farther behind',
        right: true,
        feedback: 'A longer memory is an older memory.',
      },
      {
        label: 'as far behind',
        right: false,
        feedback:
          'The drift is the same, but the average age of what is remembered grows with {:a}.',
      },
    ],
    deed: 'move {:a} up, to 0.98 or more.',
    why: 'The batches in the average are {:a} / (1 − {:a}) batches old on average: 19 at 0.95, 49 at 0.98. In that time the population has moved on by as many drifts. That is once the start has faded: in a short run what is left of it adds to the distance, or takes from it.',
  },
  alone: {
    question: 'The test sample alone, a batch of one. Move it up: its {:xhat} will…',
    options: [
      {
        label: 'grow',
        right: false,
        feedback:
          'It would with remembered statistics. Alone, the mean that is subtracted is the sample, and moves along.',
      },
      {
        label: 'stay at 0',
        right: true,
        feedback: 'Whatever it is, {:x} minus itself is 0.',
      },
      {
        label: 'have no value',
        right: false,
        feedback:
          'The variance is 0, but {:epsilon} keeps the division possible: 0 divided by a small number is 0.',
      },
    ],
    deed: 'drag the test sample up or down.',
    why: 'A batch of one has itself for mean and variance 0, so every input gives 0 and the layer answers with its shift alone. This is why a network in use needs what it remembers. PyTorch refuses such a batch in training; Keras and Flax take it without a word.',
  },
} as const

export const challenges = {
  settle: {
    goal: 'Let the running mean settle within 10 batches.',
    hint: 'Ten factors of {:a} must come to 0.01 or less.',
    done: 'At 0.63 the tenth power is 0.0098. Such a quick memory is shaky: look at the band.',
  },
  half: {
    goal: 'Keep half of the start until batch 60.',
    hint: 'The weight of the start stands under the picture. Sixty factors of {:a} must come to one half; {:a} lies just under 0.99.',
    done: 'About 0.9885: the half-life of this memory is 60 batches.',
  },
  gap: {
    goal: 'With {:a} at 0.9 or more, bring the mean gap between the two {:xhat} below 0.1 over 20 batches.',
    hint: 'Running statistics that have settled are not the problem: the batches are too small.',
    done: 'Beside a memory of many batches, only large batches give nearly the same answer in training and in use.',
  },
} as const
