const steps = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10] as const

/** The least round number that is not below: 1, 1.2, 1.4 … 8 times a power of ten; 0 for 0. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 0
  const [mantissa, exponent] = written(value)
  const step = steps.find((one) => one >= mantissa * (1 - 1e-12)) ?? 10
  return Number(`${step}e${exponent}`)
}

/** The least n with 10^n ≥ value, for a value above 0. */
export function powerAbove(value: number): number {
  const [mantissa, exponent] = written(value)
  return mantissa > 1 + 1e-12 ? exponent + 1 : exponent
}

function written(value: number): readonly [mantissa: number, exponent: number] {
  const [mantissa = '1', exponent = '0'] = value.toExponential().split('e')
  return [Number(mantissa), Number(exponent)]
}
