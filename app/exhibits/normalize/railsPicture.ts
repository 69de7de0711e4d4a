import { scaleLinear } from 'd3'
import type { BatchFrame } from '../../../src/simulation/normalizeFrame.ts'
import { beeswarm } from '../../plot/beeswarm.ts'
import { smooth } from '../../plot/motion.ts'
import type { Scale } from '../../plot/scale.ts'
import type { ThreadEnds } from '../../plot/Threads.tsx'
import type { RailsLayout } from './railsLayout.ts'
import { mixed } from '../../plot/mixed.ts'

/** A rail's dots in pixels. */
export interface RailDots extends ThreadEnds {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly offsets: Float64Array
}

export interface RailsPicture {
  /** Units of x, and of x̂ and y: the same axis unless x lies too far away. */
  readonly input: Scale
  readonly output: Scale
  readonly dots: readonly [RailDots, RailDots, RailDots]
  /** Centre and half width of the middle band, in pixels. */
  readonly centre: number
  readonly halfWidth: number
  /** 0 to 1: how far gamma and beta have come. */
  readonly affine: number
}

/** Values that the rails draw: at rest those of the frame, on their way between two frames otherwise. */
export interface Drawn {
  readonly x: Float64Array
  readonly xHat: Float64Array
  readonly y: Float64Array
}

/** @param domains from and to of x, then of x̂ and y */
export function railScales(
  domains: ArrayLike<number>,
  layout: RailsLayout,
): Pick<RailsPicture, 'input' | 'output'> {
  const [inputMin = 0, inputMax = 1, outputMin = 0, outputMax = 1] = Array.from(domains)
  const range = [layout.left, layout.right]
  return {
    input: scaleLinear([inputMin, inputMax], range),
    output: scaleLinear([outputMin, outputMax], range),
  }
}

/** Where everything is at a stage of Play: 0 all at x, 1 centred, 2 scaled, 3 scaled and shifted. */
export function railsPicture(
  frame: BatchFrame,
  drawn: Drawn,
  domains: ArrayLike<number>,
  layout: RailsLayout,
  stage: number,
  radius: number,
): RailsPicture {
  const { input, output } = railScales(domains, layout)
  const centred = smooth(stage)
  const scaled = smooth(stage - 1)
  const affine = smooth(stage - 2)
  const travel = output(0) - input(frame.mu)

  const top = drawn.x.map((value) => input(value))
  const middle = top.map((at, i) => mixed(at + centred * travel, output(drawn.xHat[i]!), scaled))
  const bottom = middle.map((at, i) => mixed(at, output(drawn.y[i]!), affine))
  const room = layout.swarmRoom
  // A low picture has the arrow of sigma and its label close above the band.
  const underArrow = layout.numbersOnRail
    ? Math.max(0, Math.min(room, layout.bandHeight / 2 + 1 - radius))
    : room
  const swarm = (x: Float64Array, y: number, below = room, above = room): RailDots => {
    const offsets = beeswarm(x, radius + 0.75, above, below)
    return { x, y: offsets.map((offset) => y + offset), offsets }
  }
  return {
    input,
    output,
    dots: [
      swarm(top, layout.x, room, underArrow),
      swarm(middle, layout.xHat),
      swarm(bottom, layout.y, Math.min(room, layout.tickOffset - 9 - radius)),
    ],
    centre: mixed(input(frame.mu) + centred * travel, output(frame.xHatMu), scaled),
    halfWidth: mixed(
      input(frame.sigma) - input(0),
      output(Math.sqrt(frame.xHatVariance)) - output(0),
      scaled,
    ),
    affine,
  }
}
