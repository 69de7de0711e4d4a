/** A number on the way from one to another, `share` of it done. */
export function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share
}
