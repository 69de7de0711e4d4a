/** A number as an unevaluated sum of two float64, about 32 digits (Dekker 1971): the tests' own arithmetic. */
export type DoubleDouble = readonly [high: number, low: number]

function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b
  const part = sum - a
  return [sum, a - (sum - part) + (b - part)]
}

function split(a: number): DoubleDouble {
  const scaled = 134217729 * a
  const high = scaled - (scaled - a)
  return [high, a - high]
}

function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b
  const [aHigh, aLow] = split(a)
  const [bHigh, bLow] = split(b)
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)]
}

function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [sum, error] = twoSum(a[0], b[0])
  const [low, lower] = twoSum(a[1], b[1])
  const [high, rest] = twoSum(sum, error + low)
  return twoSum(high, rest + lower)
}

function times(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [product, error] = twoProduct(a[0], b[0])
  return twoSum(product, error + a[0] * b[1] + a[1] * b[0])
}

/** Divides by a whole number. */
function over(a: DoubleDouble, n: number): DoubleDouble {
  const quotient = a[0] / n
  const [product, error] = twoProduct(quotient, n)
  return twoSum(quotient, (a[0] - product - error + a[1]) / n)
}

function meanOf(values: readonly number[]): DoubleDouble {
  const sum = values.reduce<DoubleDouble>((total, x) => add(total, [x, 0]), [0, 0])
  return over(sum, values.length)
}

function deviationsOf(values: readonly number[]): DoubleDouble[] {
  const [high, low] = meanOf(values)
  return values.map((x) => add([x, 0], [-high, -low]))
}

/** x - mean, correctly rounded but for the last bit. */
export function exactDeviations(values: readonly number[]): number[] {
  return deviationsOf(values).map(([high]) => high)
}

/** Mean and biased variance, correctly rounded but for the last bit. */
export function exactMoments(values: readonly number[]): { mean: number; variance: number } {
  const squares = deviationsOf(values).map((d) => times(d, d))
  const variance = over(squares.reduce(add, [0, 0]), values.length)
  return { mean: meanOf(values)[0], variance: variance[0] }
}
