import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import { Band } from '../../plot/Band.tsx'
import { Label } from '../../plot/Label.tsx'
import { MeanLine } from '../../plot/MeanLine.tsx'
import type { RailsLayout } from './railsLayout.ts'
import type { Edges } from './railsDomains.ts'
import type { PlacedLabel } from './railsLabels.ts'
import type { RailsPicture } from './railsPicture.ts'
import type { RailsEditing } from './useRailsEditing.ts'
import { note, type BatchProps } from './viewProps.ts'

interface InputMarksProps extends Pick<BatchProps, 'frame' | 'text'> {
  readonly layout: RailsLayout
  readonly picture: RailsPicture
  readonly editing: RailsEditing
  readonly edges: Edges
}

/** Mean and spread of the batch: both can be taken by hand. */
export function InputMarks({ frame, text, layout, picture, editing, edges }: InputMarksProps) {
  const { mu, sigma } = frame
  const start = () => editing.start('samples', picture.input)
  const whole = { min: frame.inputMin, max: frame.inputMax }
  return (
    <>
      <Band
        x={picture.input}
        y={layout.x}
        from={mu - sigma}
        to={mu + sigma}
        height={layout.bandHeight}
        within={[layout.left, edges.right]}
        arrow={sigma > 0}
        edge={
          sigma > 0
            ? {
                name: note(text, 'spreadGrip'),
                value: sigma,
                min: 0,
                max: frame.inputMax - frame.inputMin,
                valueText: formatNumber(sigma),
                onMove: (place) => editing.moveSpread(place, picture.input, edges),
                onStart: start,
                onEnd: editing.end,
              }
            : undefined
        }
      />
      <MeanLine
        x={picture.input}
        value={mu}
        y1={layout.gripY}
        y2={layout.x + layout.bandHeight / 2}
        grip={{
          name: note(text, 'meanGrip'),
          value: mu,
          ...whole,
          valueText: formatNumber(settled(mu, sigma)),
          onMove: (place) => editing.moveMean(place, picture.input, edges),
          onStart: start,
          onEnd: editing.end,
        }}
      />
    </>
  )
}

interface InputLabelsProps {
  readonly labels: readonly [PlacedLabel, PlacedLabel]
  readonly baseline: number
}

export function InputLabels({ labels: [mean, spread], baseline }: InputLabelsProps) {
  return (
    <>
      <Label x={mean.x} y={baseline} parts={mean.parts} symbol="mu" />
      <Label x={spread.x} y={baseline} parts={spread.parts} symbol="sigma" />
    </>
  )
}
