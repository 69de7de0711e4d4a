import { cosTurn, log, sinTurn } from '../math/elementary.ts'
import { hash } from './hash.ts'
import { splitmix32, xoshiro128 } from './xoshiro.ts'

/** A seeded stream of random numbers, the same to the bit in every engine. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  readonly uniform: () => number
  /** Mean 0, variance 1 (Box & Muller 1958). */
  readonly normal: () => number
  /** Mean 1, variance 1, never negative. */
  readonly exponential: () => number
  /** An integer in [0, below). */
  readonly integer: (below: number) => number
  /** The integers 0 to n - 1 in random order (Fisher-Yates). */
  readonly shuffle: (n: number) => Int32Array
}

/**
 * Streams of one seed with different names are independent of each other: what one of them
 * draws never moves what another draws. Every word of the state is mixed from the seed and
 * the name: the first output of xoshiro128** is a function of a single word.
 * @throws RangeError where the seed is not an integer from 0 to 2^32 - 1
 */
export function createRandom(seed: number, stream = ''): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    throw new RangeError(`seed must be an integer from 0 to 4294967295, got ${seed}`)
  }
  const ofSeed = splitmix32(seed)
  const ofStream = hash(stream)
  const word = (): number => splitmix32(ofSeed() ^ ofStream)()
  const bits = xoshiro128(word() | 1, word(), word(), word())
  let spare: number | undefined

  function uniform(): number {
    const high = bits() >>> 5
    const low = bits() >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  function exponential(): number {
    return -log(1 - uniform())
  }

  function normal(): number {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    const radius = Math.sqrt(2 * exponential())
    const turn = uniform()
    spare = radius * sinTurn(turn)
    return radius * cosTurn(turn)
  }

  function integer(below: number): number {
    if (!Number.isInteger(below) || below < 1) {
      throw new RangeError(`below must be a whole number above 0, got ${below}`)
    }
    return Math.floor(uniform() * below)
  }

  function shuffle(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i)
    for (let i = n - 1; i > 0; i--) {
      const j = integer(i + 1)
      const held = order[i]!
      order[i] = order[j]!
      order[j] = held
    }
    return order
  }

  return { uniform, normal, exponential, integer, shuffle }
}
