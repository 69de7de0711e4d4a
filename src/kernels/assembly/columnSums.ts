import { add } from './moments'

/** sums = the sum of every column of x, float32: the gradient of a bias. */
export function columnSums(x: usize, rows: i32, width: i32, sums: usize): void {
  const bytes = <usize>width << 2
  memory.fill(sums, 0, bytes)
  for (let row = 0; row < rows; row++, x += bytes)
    for (let f: usize = 0; f < bytes; f += 16) add(sums + f, v128.load(x + f))
}
