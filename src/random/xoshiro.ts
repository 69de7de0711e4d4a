/** xoshiro128** (Blackman & Vigna 2018): 32 random bits a call, unsigned; the state must not be all zero. */
export function xoshiro128(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
}

/** A sequence of well-mixed 32-bit words from any seed (splitmix with the 32-bit finalizer of MurmurHash3). */
export function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return (word ^ (word >>> 16)) >>> 0
  }
}
