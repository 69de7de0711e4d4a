import type { DataSet } from './dataSet.ts'

const count = 1797
const side = 8
const maximum = 16
const training = 1297

/**
 * The 8x8 digit images from their raw bytes: 1,797 x 64 pixels of 0 to 16, and one label of 0 to 9 per image.
 * UCI Optical Recognition of Handwritten Digits, CC BY 4.0; the first 1,297 are for training.
 * @throws RangeError where the bytes are not that data
 */
export function decodeDigits(pixels: Uint8Array, labels: Uint8Array): DataSet {
  checkBytes('pixels', pixels, count * side * side, maximum)
  checkBytes('labels', labels, count, 9)
  return { pixels, labels, count, width: side, height: side, maximum, training }
}

function checkBytes(name: string, bytes: Uint8Array, length: number, most: number): void {
  if (bytes.length !== length) {
    throw new RangeError(`The digit ${name} must be ${length} bytes, got ${bytes.length}`)
  }
  const bad = bytes.findIndex((byte) => byte > most)
  if (bad >= 0) {
    throw new RangeError(`The digit ${name} must be 0 to ${most}, got ${bytes[bad]} at byte ${bad}`)
  }
}
