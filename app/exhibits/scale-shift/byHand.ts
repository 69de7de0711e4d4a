/** Sliders and arrows move in hundredths; what was measured on a batch has more digits. */
export function isByHand(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-9
}
