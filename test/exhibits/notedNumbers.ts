import type { Frame } from '../../src/simulation/frame.ts'

/** What a number of a note is held to. */
export interface Noted {
  /** A scalar of the frame. */
  readonly scalar: (name: string) => number
  readonly column: (name: string) => readonly number[]
  readonly setting: (name: string) => number
}

export interface NotedState extends Noted {
  /** The initial state, and another named one. */
  readonly was: Noted
  readonly of: (preset: string) => Noted
}

/** The number, or the numbers, that a text in a note means. */
export type Meaning = (now: NotedState) => number | readonly number[]
type Meanings = Readonly<Record<string, Readonly<Record<string, Meaning>>>>

export function notedIn(frame: Frame, settings: Readonly<Record<string, unknown>>): Noted {
  const scalar = (name: string) => {
    const value = frame[name]
    if (typeof value !== 'number') throw new RangeError(`no scalar ${name}`)
    return value
  }
  const column = (name: string) => {
    const value = frame[name]
    if (!ArrayBuffer.isView(value)) throw new RangeError(`no column ${name}`)
    return [...value]
  }
  return { scalar, column, setting: (name) => Number(settings[name]) }
}

const scalar =
  (name: string): Meaning =>
  (now) =>
    now.scalar(name)
const before =
  (name: string): Meaning =>
  ({ was }) =>
    was.scalar(name)
const entry =
  (name: string, i: number): Meaning =>
  (now) =>
    now.column(name)[i]!
const setting =
  (name: string): Meaning =>
  (now) =>
    now.setting(name)
const largest =
  (name: string): Meaning =>
  (now) =>
    Math.max(...now.column(name).map(Math.abs))
const count = (name: string, value: number): Meaning => {
  return (now) => now.column(name).filter((one) => one === value).length
}
const samples = scalar('samples')
const exactly =
  (value: number): Meaning =>
  () =>
    value

/** How far the dots but the first come from 0. */
const othersReach = (now: Noted): number => Math.max(...now.column('xHat').slice(1).map(Math.abs))

export const meanings: Readonly<Record<string, Meanings>> = {
  normalize: {
    worked: {
      '3': scalar('mu'),
      '3.5': scalar('variance'),
      '6': entry('x', 3),
      '1.604': entry('xHat', 3),
      '2': scalar('gamma'),
      '1': scalar('beta'),
      '4.21': entry('y', 3),
    },
    squeeze: {
      '30': entry('x', 0),
      '5.56': scalar('sigma'),
      '1.61': before('sigma'),
      '23': (now) => now.column('x').length - 1,
      '0.65': othersReach,
      '−0.65': (now) => -othersReach(now),
    },
    outlier: { '21.57': largest('x'), '4.57': scalar('sigma'), 'two dozen': samples },
    grades: { '60': scalar('mu'), '0': largest('xHat') },
    batchOfOne: { '0': entry('xHat', 0) },
    farFromZero: { '100,000': (now) => now.scalar('mu') - now.of('worked').scalar('mu') },
    epsilonMatters: {
      '3': scalar('epsilon'),
      '2.59': scalar('variance'),
      '0.46': scalar('xHatVariance'),
      '1': before('xHatVariance'),
    },
    skewed: { '1.73': (now) => [now.scalar('xSkewness'), now.scalar('xHatSkewness')] },
    relu: {
      '14': count('x', 0),
      '24': samples,
      '0': (now) => Math.min(...now.column('x')),
      '−0.65': (now) => Math.min(...now.column('xHat')),
    },
    matrix: { '16': scalar('features') },
    million: {
      '256': (now) => now.column('mus').length,
      '−2.67': scalar('leastMu'),
      '2.12': scalar('mostMu'),
      '0': scalar('xHatLargestMean'),
    },
  },
  'scale-shift': {
    default: {
      '1.60': scalar('gamma'),
      '2.00': scalar('beta'),
      '5': scalar('saturatedY'),
      '32': samples,
      '11': scalar('saturatedX'),
    },
    identity: { '0': scalar('yMu') },
    giveBack: { '0.61': scalar('nextRms') },
    zero: { '32': samples },
    dead: {
      '0': largest('activated'),
      '32': (now) => [now.scalar('samples'), now.scalar('saturatedY')],
    },
  },
  'moving-average': {
    default: {
      '0.1': (now) => 1 - now.scalar('keepRate'),
      '0.9': scalar('keepRate'),
      '0': scalar('startMean'),
      '1%': (now) => now.column('powers')[now.scalar('settled')]!,
      '44': scalar('settled'),
      '10%': (now) => 1 - now.scalar('keepRate'),
    },
    keras: {
      '0.99': scalar('keepRate'),
      '60': scalar('steps'),
      '0': scalar('startMean'),
      '55%': entry('powers', 60),
    },
    onnx: {
      '7': (now) => (8 * now.scalar('varianceTarget')) / now.scalar('populationVariance'),
      '8': scalar('batchSize'),
    },
    flax: { 'a hundred times': (now) => now.of('keras').scalar('epsilon') / now.scalar('epsilon') },
    swapped: { '0.1': scalar('keepRate'), '90%': (now) => 1 - now.scalar('keepRate') },
    start: { '0': scalar('startMean'), '1': scalar('startVariance') },
    corrected: { '0.99': scalar('keepRate') },
    drift: { '1': scalar('lag'), '19': (now) => now.scalar('lag') / now.scalar('drift') },
    large: {
      '16': (now) => now.scalar('batchSize') / now.was.scalar('batchSize'),
      'sixteen times': (now) => now.scalar('batchSize') / now.was.scalar('batchSize'),
      'a quarter': (now) => Math.sqrt(now.was.scalar('batchSize') / now.scalar('batchSize')),
    },
    long: {
      '0.999': scalar('keepRate'),
      '4,603': scalar('settled'),
      '1%': (now) => now.column('powers')[now.scalar('settled')]!,
    },
  },
  backward: {
    default: {
      '7': setting('sample'),
      '0.094': entry('direct', 6),
      '−0.055': entry('throughMean', 6),
      '−0.085': entry('throughVariance', 6),
      '−0.046': entry('dx', 6),
    },
    onlySeven: {
      'seven of the eight': count('dXHat', 0),
      '7': count('dXHat', 0),
      '8': samples,
      '3': setting('sample'),
      '−0.0017': entry('dx', 2),
    },
    wholeBatch: { '0.055': scalar('average'), '0.063': scalar('slope'), '1': exactly(1) },
    equal: { 'all eight': samples, '8': samples, '0.1398': (now) => now.column('direct') },
    small: {
      '0.6331': (now) => [now.scalar('loss'), now.was.scalar('loss')],
      '7': setting('sample'),
      '−0.464': entry('dx', 6),
      '10': scalar('normRatio'),
      'ten times': scalar('normRatio'),
    },
    epsilonBreaks: {
      '0.00005': scalar('variance'),
      '0.001': scalar('epsilon'),
      '0.6331': before('loss'),
      '0.7769': scalar('loss'),
      '31.3': scalar('normRatio'),
      '100': (now) => 1 / now.scalar('scale'),
      '0.22': scalar('cosine'),
      '0': before('cosine'),
    },
    bias: {
      'all eight': samples,
      '8': samples,
      '3': (now) => now.scalar('mu') - now.was.scalar('mu'),
      '3.50': scalar('mu'),
    },
    same: {
      '0': (now) => [now.scalar('variance'), now.setting('epsilon'), now.scalar('beta')],
    },
    outlier: {
      '6': entry('x', 7),
      '1.96': scalar('deviation'),
      '0.72': before('deviation'),
      '0.012': entry('dx', 7),
      '0.175': entry('direct', 7),
    },
  },
}

const inWords: Readonly<Record<string, number>> = {
  'a quarter': 0.25,
  'seven of the eight': 7,
  'all eight': 8,
  'ten times': 10,
  'sixteen times': 16,
  'two dozen': 24,
  'a hundred times': 100,
}

/** Every number that a note tells, in figures or in English words. */
export function toldIn(note: string): readonly string[] {
  const plain = note.replace(/\{:?\w+\}/g, ' ').replace(/1 − (?= )/g, ' ')
  const words = plain.toLowerCase().match(new RegExp(Object.keys(inWords).join('|'), 'g')) ?? []
  const figures = plain.match(/−?\d[\d,]*(?:\.\d+)?%?/g) ?? []
  return [...new Set([...words, ...figures.map((text) => text.replace(/,$/, ''))])]
}

/** Whether a text is what a number rounds to at the digits that the text has. */
export function tells(text: string, value: number): boolean {
  const spelled = inWords[text]
  if (spelled !== undefined) return Math.abs(value - spelled) < 1e-9 * spelled
  const share = text.endsWith('%')
  const shown = share ? text.slice(0, -1) : text
  const digits = shown.split('.')[1]?.length ?? 0
  const told = Number(shown.replace('−', '-').replaceAll(',', ''))
  return Math.abs((share ? 100 : 1) * value - told) <= 0.5 * 10 ** -digits * (1 + 1e-9)
}
