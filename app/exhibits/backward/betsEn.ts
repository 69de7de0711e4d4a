/** The bets, and what there is to try. */
export const predictions = {
  one: {
    question:
      'Suppose only sample 7 counts in the loss. How many of the eight {:x} get a gradient?',
    options: [
      {
        label: 'only {:x}₇',
        right: false,
        feedback:
          'That holds for a layer that treats each sample by itself. Here the others are inside {:mu} and {:variance}, and those are inside the {:xhat} of sample 7.',
      },
      {
        label: 'a few',
        right: false,
        feedback:
          'There are no near and far neighbours in a batch: each one counts the same in {:mu}, and {:variance} takes in all of them too.',
      },
      {
        label: 'all eight',
        right: true,
        feedback: 'Every {:x} is part of {:mu} and {:variance}, so every {:x} can move sample 7.',
      },
    ],
    deed: 'choose “only sample 7” under “Loss of”.',
    why: 'The {:xhat} of sample 7 is ({:x} − {:mu}) / {:sigma}. Move any other {:x}, and {:mu} and {:sigma} move, and with them this {:xhat} and the loss. So each of the eight has a slope; seven of them have nothing else.',
  },
  scale: {
    question:
      'Make {:W} ten times larger. The gradients {:partial}{:L}/\u2060{:partial}{:x} will be…',
    options: [
      {
        label: 'ten times larger',
        right: false,
        feedback:
          'That is how it is without normalization. Here {:sigma} grows tenfold too, and the gradient is divided by it.',
      },
      {
        label: 'the same',
        right: false,
        feedback:
          'The loss is the same, for {:xhat} is. But the same change of {:x} is now a tenth of {:sigma}, and does a tenth as much.',
      },
      {
        label: 'ten times smaller',
        right: true,
        feedback: 'All three ways divide by {:sigma}, and {:sigma} has grown tenfold.',
      },
    ],
    deed: 'move “Scale of W” to ten times what it is.',
    why: '{:xhat} forgets the scale, so the loss does too. A loss that stays when {:W} grows has no slope along {:W}, and across it the slope shrinks as {:W} grows: large weights learn slowly by themselves. That is why the learning rate of such a layer matters less.',
  },
} as const

export const challenges = {
  nothing: {
    goal: 'Make every {:partial}{:L}/\u2060{:partial}{:x} zero while no {:partial}{:L}/\u2060{:partial}{:xhat} is.',
    hint: 'In the whole batch, drag the dots onto one line. {:mu} takes its height, {:variance} its slope.',
    done: 'A gradient that asks the whole batch to shift or to stretch asks in vain: normalization undoes both.',
  },
  inert: {
    goal: 'In the graph, find the slider that changes nothing.',
    hint: 'What is added to all eight {:x} alike is in {:mu} too.',
    done: 'The bias goes in with {:x} and out with {:mu}. Its gradient is Σ {:partial}{:L}/\u2060{:partial}{:x} = 0, and {:beta} does its work.',
  },
  tenfold: {
    goal: 'Multiply the gradients by 10, and leave the loss alone.',
    hint: 'All three ways divide by {:sigma}. Make {:sigma} smaller, not {:xhat}.',
    done: 'Weights a tenth as large: the same {:xhat}, the same loss, ten times the gradient.',
  },
} as const
