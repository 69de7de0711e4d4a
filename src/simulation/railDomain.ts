/** Where x̂ and y are drawn, and x: with them unless it would not fit there. */
export interface RailDomains {
  readonly domainMin: number
  readonly domainMax: number
  readonly inputMin: number
  readonly inputMax: number
  readonly sharedDomain: boolean
}

interface Domain {
  readonly min: number
  readonly max: number
}

/** x has its own domain where a common one would be this many times wider than x̂ and y, or than x. */
const muchWiderThanOutput = 3
const muchWiderThanInput = 40

type Rails = readonly [x: Float64Array, xHat: Float64Array, y: Float64Array]

/** Round domains of the untouched batch; wider, and round again, only where the batch as it is now leaves them. */
export function railDomains(untouched: Rails, now: Rails): RailDomains {
  const input = [domainOf(untouched[0]), domainOf(now[0])] as const
  const output = [domainOf(...untouched.slice(1)), domainOf(...now.slice(1))] as const
  const all = union(union(...input), union(...output))
  const spread = spanOf(union(...input))
  const shared =
    spanOf(all) <= muchWiderThanOutput * Math.max(1, spanOf(union(...output))) &&
    (spread === 0 || spanOf(all) <= muchWiderThanInput * spread)
  const [from, to] = shared
    ? [settled(union(input[0], output[0]), union(input[1], output[1]))]
    : [settled(...output), settled(...input)]
  const own = to ?? from
  return {
    domainMin: from.min,
    domainMax: from.max,
    inputMin: own.min,
    inputMax: own.max,
    sharedDomain: shared,
  }
}

function settled(untouched: Domain, now: Domain): Domain {
  const domain = roundDomain(untouched)
  const held = domain.min <= now.min && now.max <= domain.max
  return held ? domain : roundDomain(union(untouched, now))
}

function domainOf(...lists: readonly Float64Array[]): Domain {
  let min = Infinity
  let max = -Infinity
  for (const list of lists) {
    for (const value of list) {
      min = Math.min(min, value)
      max = Math.max(max, value)
    }
  }
  return { min, max }
}

function union(a: Domain, b: Domain): Domain {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }
}

function spanOf({ min, max }: Domain): number {
  return max - min
}

/** Ends at whole multiples of a round step, with room to move at both ends; a single point gets a domain around it. */
function roundDomain({ min, max }: Domain): Domain {
  const size = Math.max(Math.abs(min), Math.abs(max))
  const span = max > min ? max - min : Math.max(2, size * 1e-6)
  // Far from 0 a step must be more than rounding.
  const room = Math.max(max > min ? span / 20 : span / 2, size * 1e-12)
  const step = roundStep(Math.max(span, room) / 12)
  return {
    min: tidy(Math.floor((min - room) / step) * step),
    max: tidy(Math.ceil((max + room) / step) * step),
  }
}

/** Free of binary dust: -2.4, not -2.4000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(14))
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const [mantissa = '1', exponent = '0'] = least.toExponential().split('e')
  const lead = Number(mantissa)
  const round = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10
  return Number(`${round}e${exponent}`)
}
