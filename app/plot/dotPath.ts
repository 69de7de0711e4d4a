import { tenth, type Scale } from './scale.ts'

/** All dots of a rail as one path: segments of no length, drawn round by the line cap. */
export function dotPath(
  x: Scale,
  y: number,
  values: ArrayLike<number>,
  offsets: ArrayLike<number> | undefined,
  skip?: number,
): string {
  let path = ''
  for (let i = 0; i < values.length; i++) {
    if (i !== skip) path += `M${tenth(x(values[i]!))} ${tenth(y + (offsets?.[i] ?? 0))}h0`
  }
  return path
}

/** The same as circles, for dots that are drawn by their outline. */
export function ringPath(
  x: Scale,
  y: number,
  values: ArrayLike<number>,
  offsets: ArrayLike<number> | undefined,
  radius: number,
): string {
  let path = ''
  for (let i = 0; i < values.length; i++) {
    path += `M${tenth(x(values[i]!) - radius)} ${tenth(y + (offsets?.[i] ?? 0))}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
  }
  return path
}

/** The dot nearest to a point, if one is within reach. */
export function nearestDot(
  x: Scale,
  y: number,
  values: ArrayLike<number>,
  offsets: ArrayLike<number> | undefined,
  at: { readonly x: number; readonly y: number },
  reach: number,
): number | undefined {
  let best: number | undefined
  let least = reach ** 2
  for (let i = 0; i < values.length; i++) {
    const distance = (x(values[i]!) - at.x) ** 2 + (y + (offsets?.[i] ?? 0) - at.y) ** 2
    if (distance <= least) {
      least = distance
      best = i
    }
  }
  return best
}
