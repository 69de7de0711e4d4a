import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decodeDigits } from '../../src/data/digits.ts'
import type { DataSet } from '../../src/data/dataSet.ts'

// Not by import.meta.url, which is no file under jsdom.
const at = (name: string): string => `${process.cwd()}/public/data/${name}`

/** The digit images as the product ships them. */
export function shippedDigits(): DataSet {
  const pixels = gunzipSync(readFileSync(at('digits8.bin')))
  return decodeDigits(
    Uint8Array.from(pixels),
    Uint8Array.from(readFileSync(at('digits8_labels.bin'))),
  )
}
