/** A table in few letters: its shape and 64 bits of all its numbers. */
export function rowsKey(rows: readonly (readonly number[])[]): string {
  const columns = rows[0]?.length ?? 0
  const number = new Float64Array(1)
  const words = new Uint32Array(number.buffer)
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  for (const row of rows) {
    for (let j = 0; j < row.length; j++) {
      number[0] = row[j]!
      first = mixed(mixed(first, words[0]!), words[1]!)
      second = mixed(mixed(second, words[1]!), words[0]!)
    }
  }
  return `${rows.length}x${columns} ${(first >>> 0).toString(36)}.${(second >>> 0).toString(36)}`
}

/** Murmur's block step: unlike one of FNV, it carries high bits to low ones, where round numbers differ only high. */
function mixed(value: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  const h = value ^ k
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}
