import { affine, fold } from './affine'
import { moments } from './moments'

/**
 * Batch normalization in training (Ioffe & Szegedy 2015, Algorithm 1).
 * @param xHat 0 where it is not wanted
 * @param scratch 12 bytes per column
 */
export function batchNormForward(
  x: usize, y: usize, xHat: usize, rows: i32, width: i32, gamma: usize, beta: usize, epsilon: f64,
  mu: usize, variance: usize, scratch: usize,
): void {
  moments(x, rows, width, mu, variance, scratch)
  if (xHat) {
    fold(width, 0, 0, epsilon, mu, variance, scratch)
    affine(x, xHat, rows, width, scratch)
  }
  batchNormInference(x, y, rows, width, gamma, beta, epsilon, mu, variance, scratch)
}

/**
 * Batch normalization with the given statistics (Ioffe & Szegedy 2015, Algorithm 2, line 11).
 * @param scratch 12 bytes per column
 */
export function batchNormInference(
  x: usize, y: usize, rows: i32, width: i32, gamma: usize, beta: usize, epsilon: f64,
  mu: usize, variance: usize, scratch: usize,
): void {
  fold(width, gamma, beta, epsilon, mu, variance, scratch)
  affine(x, y, rows, width, scratch)
}
