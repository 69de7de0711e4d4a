import { memo } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Axis } from '../../plot/Axis.tsx'
import { Dots } from '../../plot/Dots.tsx'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import type { Box } from '../../plot/placing.ts'
import { Rail } from '../../plot/Rail.tsx'
import { settled } from '../../../src/exhibit/settled.ts'
import type { RailsLayout } from './railsLayout.ts'
import { pilesOf } from './railsPiles.ts'
import { middleMoments } from './railsStage.ts'
import { railScales, type RailsPicture } from './railsPicture.ts'
import { note, type BatchProps } from './viewProps.ts'

/** What the arrow of sigma and the edge of the band cover. */
export function spreadBoxes(
  frame: BatchProps['frame'],
  picture: RailsPicture,
  layout: RailsLayout,
): readonly Box[] {
  const from = picture.input(frame.mu)
  const to = picture.input(frame.mu + frame.sigma)
  const y = layout.x - layout.bandHeight / 2 - 11
  return [
    { x: from, y, width: to - from + 3, height: 12 },
    { x: to - 4, y, width: 8, height: layout.bandHeight + 11 },
  ]
}

interface RailLinesProps {
  readonly layout: RailsLayout
  readonly picture: RailsPicture
  readonly words: readonly string[]
}

/** The three rails and the numbers under them. */
export function RailLines({ layout, picture, words }: RailLinesProps) {
  const word = (i: number) => (layout.words ? words[i] : undefined)
  const rail = { labelX: layout.labelX }
  return (
    <>
      <Rail x={picture.input} y={layout.x} symbol="x" word={word(0)} {...rail} />
      <Rail x={picture.output} y={layout.xHat} symbol="xhat" word={word(1)} {...rail} />
      <Rail x={picture.output} y={layout.y} symbol="y" word={word(2)} {...rail} />
      <Axis x={picture.output} y={layout.y} line={false} labelOffset={layout.tickOffset} />
    </>
  )
}

/** x lies too far away to share the axis: it shows its own numbers, over the threads. */
export function InputTicks({ layout, picture }: Omit<RailLinesProps, 'words'>) {
  return (
    <Axis
      x={picture.input}
      y={layout.x}
      line={false}
      labelOffset={layout.swarmRoom + 16}
      ticks={3}
    />
  )
}

/** What the middle rail has by construction, where no dot is in its way. */
export function MiddleNote(
  props: BatchProps & { readonly layout: RailsLayout; readonly picture: RailsPicture },
) {
  const { frame, text, layout, picture, size, stage } = props
  const { mean, variance } = middleMoments(stage, frame)
  const words = filled(note(text, 'after'), {
    mean: formatNumber(settled(mean), stage === 0 ? 2 : 0),
    variance: formatNumber(variance, Math.abs(variance - 1) < 0.005 ? 0 : 2),
  })
  const left = layout.right - labelWidth([{ word: words }], 13)
  const last = Math.max(...picture.dots[1].x)
  if (size.height < 240 || last + 60 > left) return null
  return (
    <Label x={layout.right} y={layout.xHat - 10} parts={words} anchor="end" quiet fontSize={13} />
  )
}

interface PilesProps {
  readonly picture: RailsPicture
  readonly layout: RailsLayout
  readonly radius: number
}

/** How many samples lie on each other where not all of them can be seen. */
export function Piles({ picture, layout, radius }: PilesProps) {
  const rails = [layout.x, layout.xHat, layout.y]
  return rails.flatMap((rail, k) =>
    pilesOf(picture.dots[k as 0 | 1 | 2], radius).map((pile) => {
      const parts = [{ number: `×${formatCount(pile.count)}` }]
      const gap = radius + 10
      const onLeft = pile.left - gap - labelWidth(parts, 13) > layout.left - 10
      return (
        <Label
          key={`${k} ${pile.left}`}
          x={onLeft ? pile.left - gap : pile.right + gap}
          y={rail - 8}
          parts={parts}
          anchor={onLeft ? 'end' : 'start'}
          quiet
          fontSize={13}
        />
      )
    }),
  )
}

interface GhostsProps {
  readonly frame: BatchProps['frame']
  readonly domains: Float64Array
  readonly layout: RailsLayout
  readonly radius: number
}

/** Where the dots were when the hand took hold. */
export const Ghosts = memo(function Ghosts({ frame, domains, layout, radius }: GhostsProps) {
  const { input, output } = railScales(domains, layout)
  const ghost = { radius, ghost: true, symbol: 'x' } as const
  return (
    <>
      <Dots x={input} y={layout.x} values={frame.x} {...ghost} />
      <Dots x={output} y={layout.xHat} values={frame.xHat} {...ghost} />
      <Dots x={output} y={layout.y} values={frame.y} {...ghost} />
    </>
  )
})
