import { scaleLinear } from 'd3'
import { useCallback, useId, useMemo } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { Band } from '../../plot/Band.tsx'
import { Dots } from '../../plot/Dots.tsx'
import { MeanLine } from '../../plot/MeanLine.tsx'
import { Plot } from '../../plot/Plot.tsx'
import { Threads } from '../../plot/Threads.tsx'
import { AffineArrows } from './AffineArrows.tsx'
import { BatchStrip } from './BatchStrip.tsx'
import { InputLabels, InputMarks } from './InputMarks.tsx'
import { meanAndSpread } from './railsLabels.ts'
import { dotRadius, railsLayout, railsNeeds } from './railsLayout.ts'
import { Ghosts, InputTicks, MiddleNote, Piles, RailLines, spreadBoxes } from './RailsParts.tsx'
import { railsPicture } from './railsPicture.ts'
import { SampleCallout } from './SampleCallout.tsx'
import { edgesOf } from './railsDomains.ts'
import { useDomains } from './useDomains.ts'
import { useDrawn } from './useDrawn.ts'
import { useRailsEditing } from './useRailsEditing.ts'
import { note, pictureName, type BatchProps } from './viewProps.ts'

/** x, x̂ and y on three rails, one thread per sample: the threads are pulled together. */
export function RailsView(props: BatchProps) {
  const { frame, focus, setFocus, text, size, stage } = props
  const editing = useRailsEditing(props)
  const held = editing.held
  const drawn = useDrawn(frame, held !== undefined)
  const words = useMemo(
    () => ['railX', 'railXHat', 'railY'].map((name) => note(text, name)),
    [text],
  )
  const images = frame.pixels.length > 0
  const { strip } = railsNeeds(frame)
  const layout = useMemo(
    () => railsLayout(size, words, { images, strip }),
    [size, words, images, strip],
  )
  const edges = useMemo(() => edgesOf(layout, size), [layout, size])
  const domains = useDomains(frame, held !== undefined, layout, edges)
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
      {layout.strip && (layout.strip.captionY !== undefined || stage >= text.stages.length) && (
        <BatchStrip {...props} layout={layout} strip={layout.strip} />
      )}
      <RailLines layout={layout} picture={picture} words={words} />
      <MiddleNote {...props} layout={layout} picture={picture} />
      <g clipPath={`url(#${clip})`}>
        <Band
          x={pixels}
          y={layout.xHat}
          from={picture.centre - picture.halfWidth}
          to={picture.centre + picture.halfWidth}
          height={layout.bandHeight}
          within={[layout.left, edges.right]}
        />
        <Threads stops={picture.dots} clearance={radius} focused={chosen} />
        {(domains[0] !== domains[2] || domains[1] !== domains[3]) && (
          <InputTicks layout={layout} picture={picture} />
        )}
        <MeanLine
          x={pixels}
          value={picture.centre}
          y1={layout.xHat - layout.bandHeight / 2}
          y2={layout.xHat + layout.bandHeight / 2}
        />
        <InputMarks {...props} layout={layout} picture={picture} editing={editing} edges={edges} />
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
          onMove={(i, value) => editing.move(i, value, picture.input, edges)}
          onStart={() => editing.start('samples', picture.input)}
          onEnd={(_, cancelled) => editing.end(cancelled)}
          onAdd={editing.add}
          onRemove={editing.remove}
          name={(i) => names[i] ?? ''}
          valueText={valueText}
        />
      </g>
      <Piles picture={picture} layout={layout} radius={radius} />
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
