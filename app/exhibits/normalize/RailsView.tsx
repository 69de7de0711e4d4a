import { scaleLinear } from 'd3'
import { memo, useCallback, useId, useMemo } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Axis } from '../../plot/Axis.tsx'
import { Band } from '../../plot/Band.tsx'
import { Dots } from '../../plot/Dots.tsx'
import { Label } from '../../plot/Label.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import { MeanLine } from '../../plot/MeanLine.tsx'
import type { Box } from '../../plot/placing.ts'
import { Plot } from '../../plot/Plot.tsx'
import { Rail } from '../../plot/Rail.tsx'
import { Threads } from '../../plot/Threads.tsx'
import { AffineArrows } from './AffineArrows.tsx'
import { BatchStrip } from './BatchStrip.tsx'
import { InputLabels, InputMarks } from './InputMarks.tsx'
import { meanAndSpread } from './railsLabels.ts'
import { dotRadius, railsLayout, type RailsLayout } from './railsLayout.ts'
import { railScales, railsPicture, type RailsPicture } from './railsPicture.ts'
import { SampleCallout } from './SampleCallout.tsx'
import { useDomains, useDrawn } from './useDrawn.ts'
import { useRailsEditing } from './useRailsEditing.ts'
import { note, pictureName, type BatchProps } from './viewProps.ts'

/** x, x̂ and y on three rails, one thread per sample: the threads are pulled together. */
export function RailsView(props: BatchProps) {
  const { frame, focus, setFocus, text, size, stage } = props
  const editing = useRailsEditing(props)
  const held = editing.held
  const drawn = useDrawn(frame, held !== undefined)
  const domains = useDomains(frame, held?.frame)
  const words = useMemo(
    () => ['railX', 'railXHat', 'railY'].map((name) => note(text, name)),
    [text],
  )
  const images = frame.pixels.length > 0
  const { sharedDomain } = frame
  const layout = useMemo(
    () => railsLayout(size, words, !sharedDomain, images),
    [size, words, sharedDomain, images],
  )
  const radius = dotRadius(frame.samples, layout)
  const picture = railsPicture(frame, drawn, domains, layout, stage, radius)
  const pixels = scaleLinear([0, size.width], [0, size.width])
  const chosen = Math.min(focus.sample, frame.samples - 1)
  const choose = useCallback((sample: number) => setFocus({ sample }), [setFocus])
  const clip = useId()
  const baseline = layout.gripY + 5
  const labels = meanAndSpread(
    picture.input(frame.mu),
    frame.mu,
    frame.sigma,
    baseline,
    layout.left - 4,
    size.width - 6,
  )
  const callout = {
    ...props,
    layout,
    picture,
    chosen,
    labels: [...labels.map((label) => label.box), ...spreadBoxes(frame, picture, layout)],
  }
  const names = useMemo(
    () =>
      Array.from({ length: frame.samples }, (_, i) =>
        filled(note(text, images ? 'image' : 'sample', { i: String(i + 1) })),
      ),
    [text, images, frame.samples],
  )
  const valueText = (i: number) => formatNumber(frame.x[i]!)
  const reach = {
    left: picture.input.invert(layout.left - 8),
    right: picture.input.invert(size.width - 18),
  }
  const [top, middle, bottom] = picture.dots

  return (
    <Plot size={size} label={pictureName(text, 'rails')} movable>
      <clipPath id={clip}>
        <rect
          x={layout.left - 14}
          y={0}
          width={size.width - layout.left + 14}
          height={size.height}
        />
      </clipPath>
      {layout.strip && <BatchStrip {...props} layout={layout} strip={layout.strip} />}
      <RailLines layout={layout} picture={picture} words={words} ownTicks={!frame.sharedDomain} />
      <MiddleNote {...props} layout={layout} picture={picture} />
      <g clipPath={`url(#${clip})`}>
        <Band
          x={pixels}
          y={layout.xHat}
          from={picture.centre - picture.halfWidth}
          to={picture.centre + picture.halfWidth}
          height={layout.bandHeight}
        />
        <Threads stops={picture.dots} clearance={radius} focused={chosen} />
        <MeanLine
          x={pixels}
          value={picture.centre}
          y1={layout.xHat - layout.bandHeight / 2}
          y2={layout.xHat + layout.bandHeight / 2}
        />
        <InputMarks {...props} layout={layout} picture={picture} editing={editing} />
        {held?.what === 'samples' && (
          <Ghosts frame={held.frame} domains={domains} layout={layout} radius={radius} />
        )}
        <Dots
          x={pixels}
          y={layout.xHat}
          values={middle.x}
          offsets={middle.offsets}
          symbol="xhat"
          radius={radius}
          focused={chosen}
          onFocus={choose}
        />
        <Dots
          x={pixels}
          y={layout.y}
          values={bottom.x}
          offsets={bottom.offsets}
          symbol="y"
          radius={radius}
          focused={chosen}
          onFocus={choose}
        />
        <Dots
          x={picture.input}
          y={layout.x}
          values={drawn.x}
          offsets={top.offsets}
          symbol="x"
          radius={radius}
          focused={chosen}
          onFocus={choose}
          onMove={editing.move}
          onStart={editing.startSamples}
          onEnd={(_, cancelled) => editing.end(cancelled)}
          onAdd={editing.add}
          onRemove={editing.remove}
          constrain={(value) => (held ? Math.max(reach.left, Math.min(reach.right, value)) : value)}
          name={(i) => names[i] ?? ''}
          valueText={valueText}
        />
      </g>
      <SampleCallout {...callout} />
      <InputLabels labels={labels} baseline={baseline} />
      {layout.betaY !== undefined && layout.gammaY !== undefined && (
        <g opacity={picture.affine}>
          <AffineArrows
            {...props}
            x={picture.output}
            betaY={layout.betaY}
            gammaY={layout.gammaY}
            editing={editing}
          />
        </g>
      )}
    </Plot>
  )
}

/** What the arrow of sigma and the edge of the band cover. */
function spreadBoxes(
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
  /** x lies too far away to share the axis: it shows its own numbers. */
  readonly ownTicks: boolean
}

function RailLines({ layout, picture, words, ownTicks }: RailLinesProps) {
  const word = (i: number) => (layout.words ? words[i] : undefined)
  const rail = { labelX: layout.labelX }
  return (
    <>
      <Rail x={picture.input} y={layout.x} symbol="x" word={word(0)} {...rail} />
      <Rail x={picture.output} y={layout.xHat} symbol="xhat" word={word(1)} {...rail} />
      <Rail x={picture.output} y={layout.y} symbol="y" word={word(2)} {...rail} />
      {ownTicks && <Axis x={picture.input} y={layout.x} line={false} labelOffset={24} ticks={3} />}
      <Axis x={picture.output} y={layout.y} line={false} labelOffset={22} />
    </>
  )
}

/** What the middle rail has by construction, where no dot is in its way. */
function MiddleNote(
  props: BatchProps & { readonly layout: RailsLayout; readonly picture: RailsPicture },
) {
  const { frame, text, layout, picture, size, stage } = props
  const words = filled(note(text, 'after'), {
    mean: formatNumber(frame.xHatMu, 0),
    variance: formatNumber(frame.xHatVariance, Math.abs(frame.xHatVariance - 1) < 0.005 ? 0 : 2),
  })
  const left = layout.right - labelWidth([{ word: words }], 13)
  const last = Math.max(...picture.dots[1].x)
  if (size.height < 240 || stage < 2 || last + 60 > left) return null
  return (
    <Label x={layout.right} y={layout.xHat - 10} parts={words} anchor="end" quiet fontSize={13} />
  )
}

interface GhostsProps {
  readonly frame: BatchProps['frame']
  readonly domains: Float64Array
  readonly layout: RailsLayout
  readonly radius: number
}

/** Where the dots were when the hand took hold. */
const Ghosts = memo(function Ghosts({ frame, domains, layout, radius }: GhostsProps) {
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
