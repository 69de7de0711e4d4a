import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import type { Size } from '../../plot/size.ts'
import type { RailsLayout } from './railsLayout.ts'

/** Ends of the axis of x, then of x̂ and y. */
export type Domains = readonly [number, number, number, number]

/** Domains of x and of x̂ and y: from and to of either, wide enough for the arrows of gamma and beta. */
export function railsDomains(frame: BatchFrame): Domains {
  const { inputMin, inputMax, domainMin, domainMax, sharedDomain, gamma, beta } = frame
  const low = Math.min(domainMin, beta - Math.abs(gamma) - 0.1)
  const high = Math.max(domainMax, beta + Math.abs(gamma) + 0.1)
  return sharedDomain ? [low, high, low, high] : [inputMin, inputMax, low, high]
}

/** Where dots may stand that a hand carries, in pixels: a little beyond the ends of the rails. */
export interface Edges {
  readonly left: number
  readonly right: number
}

export function edgesOf(layout: RailsLayout, size: Size): Edges {
  return { left: layout.left - 8, right: size.width - 18 }
}

/**
 * The same domains, wider only where something of the frame would stand beyond the edges: x̂ keeps its axis, and is
 * seen to be squeezed, while x takes an ever longer one.
 */
export function holding(
  domains: ArrayLike<number>,
  frame: BatchFrame,
  layout: RailsLayout,
  edges: Edges,
): Domains {
  const { x, xHat, y, mu, sigma, gamma, beta } = frame
  const input = extent([...x, mu - sigma, mu + sigma])
  const output = extent([...xHat, ...y, beta - Math.abs(gamma), beta + Math.abs(gamma)])
  const [from = 0, to = 1, low = 0, high = 1] = Array.from(domains)
  const widened = (a: number, b: number, [least, most]: readonly [number, number]) =>
    widenedTo([a, b], [least, most], layout, edges)
  return [...widened(from, to, input), ...widened(low, high, output)]
}

function extent(values: readonly number[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}

/** A domain on which `least` stands at the left edge or right of it, and `most` at the right edge or left of it. */
function widenedTo(
  [low, high]: readonly [number, number],
  [least, most]: readonly [number, number],
  { left, right }: RailsLayout,
  edges: Edges,
): readonly [number, number] {
  const before = (left - edges.left) / (right - left)
  const after = (edges.right - right) / (right - left)
  const to = Math.max(high, (most + after * low) / (1 + after))
  const from = Math.min(low, (least + before * to) / (1 + before))
  return [from, to]
}
