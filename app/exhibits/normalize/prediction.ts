import type { Deed } from '../../../src/exhibit/exhibit.ts'
import type { BatchFrame, NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'
import { moved, withoutSample } from './sampleEdits.ts'
import { byHand, ownOrWorked, type NormalizeSettings, type schema } from './settings.ts'

type Name = NormalizeSettings['view'] | 'one'

/** An outlier that has all others squeezed already: this share of √(m - 1), which no x̂ exceeds. */
const squeezed = 0.75

/** The bet that fits the state: that of the picture, unless the picture gives its answer away. */
export function prediction(settings: NormalizeSettings, frame?: NormalizeFrame): Name | undefined {
  const { view, data, rows, batchSize, added, removed } = settings
  const whole = data === 'own' ? Math.min(batchSize, ownOrWorked(rows).length) : batchSize
  // One sample alone has no others to bet on.
  const alone = whole === 1 && added.length === 0 && removed.length === 0
  switch (view) {
    case 'rails':
      if (alone) return 'one'
      return frame?.kind === 'batch' && isSqueezed(frame) ? undefined : 'rails'
    case 'matrix':
      return alone || (frame?.kind === 'batch' && !isTelling(frame)) ? undefined : 'matrix'
    case 'histogram':
      return data === 'skewed' ? undefined : 'histogram'
    case 'million':
      return settings.scale > 5 ? undefined : 'million'
  }
}

function isSqueezed({ xHat, samples, variance }: BatchFrame): boolean {
  return variance === 0 || Math.max(...xHat) > squeezed * Math.sqrt(samples - 1)
}

/** With one sample fewer there are still some to compare, and some unit in which they differ. */
function isTelling({ samples, sigmas }: BatchFrame): boolean {
  return samples > 2 && sigmas.some((sigma) => sigma > 0)
}

type NormalizeDeed = Deed<typeof schema, NormalizeFrame>

/** A deed on a batch; the million has no samples to do anything to. */
function onBatch(
  keys: NormalizeDeed['keys'],
  done: (now: BatchFrame, before: BatchFrame) => boolean,
  show: (frame: BatchFrame, settings: NormalizeSettings) => Partial<NormalizeSettings>,
): NormalizeDeed {
  return {
    keys,
    done: ({ frame: now }, { frame: before }) =>
      now.kind === 'batch' && before.kind === 'batch' && done(now, before),
    show: ({ frame, settings }) => (frame.kind === 'batch' ? show(frame, settings) : {}),
  }
}

const rightmost = (frame: BatchFrame): number => frame.x.indexOf(Math.max(...frame.x))

export const deeds: Readonly<Record<Name, NormalizeDeed>> = {
  /** One sample is far enough to have made σ visibly larger, and the others alike: a stretch moves no x̂. */
  rails: onBatch(
    byHand,
    (now, before) =>
      now.edited.includes(1) &&
      Math.max(...now.x) > Math.max(...before.x) &&
      now.sigma > 1.15 * before.sigma &&
      Math.max(...now.xHat) > Math.max(...before.xHat) + 0.1,
    (frame, settings) => {
      const far = frame.mu + 15 * (frame.sigma > 0 ? frame.sigma : 1)
      return moved(settings, frame, rightmost(frame), Number(far.toPrecision(4)))
    },
  ),
  matrix: onBatch(
    byHand,
    (now, before) => now.samples === before.samples - 1,
    (frame, settings) => withoutSample(settings, frame, rightmost(frame)),
  ),
  histogram: {
    keys: ['data', 'unit', 'batchSize'],
    done: ({ settings }) => settings.data === 'skewed',
    show: () => ({ data: 'skewed', unit: 1, batchSize: 200 }),
  },
  million: {
    keys: ['scale'],
    done: ({ frame }) => frame.kind === 'million' && frame.scale > 9.9,
    show: () => ({ scale: 10 }),
  },
  one: onBatch(
    byHand,
    (now, before) => now.samples === 1 && now.mu > before.mu + 1,
    (frame, settings) => moved(settings, frame, 0, Number((frame.mu + 5).toPrecision(4))),
  ),
}
