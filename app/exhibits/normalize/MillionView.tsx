import { scaleLinear } from 'd3'
import { useMemo } from 'react'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import type { MillionFrame } from '../../../src/simulation/normalizeFrame.ts'
import { Axis } from '../../plot/Axis.tsx'
import { DensityImage } from '../../plot/DensityImage.tsx'
import { Plot } from '../../plot/Plot.tsx'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import { MillionGrips } from './MillionGrips.tsx'
import { MillionPanel } from './MillionPanel.tsx'
import { densityPanels } from './millionPicture.ts'
import { note, pictureName, type PropsFor } from './viewProps.ts'

/** A million activations: every horizontal line is a unit, the denser the colour, the more samples lie there. */
export function MillionView({ frame, text, set, size, stage }: PropsFor<MillionFrame>) {
  const { width, height } = size
  const showWords = width >= 340
  const labelX = width >= 480 ? 20 : 12
  const units = note(text, 'units', { n: formatCount(frame.features) })
    .split(/(?<=[,，]) ?/)
    .map(labelParts)
  const unitsWidth = Math.max(...units.map((line) => labelWidth(line, 12.5)))
  const roomy = width >= 560
  const words = ['railX', 'railXHat', 'railY'].map((name) => note(text, name))
  const widest = Math.max(
    ...words.map((word) => labelWidth([{ word }], 12.5)),
    roomy ? unitsWidth : 0,
  )
  const left = labelX + (showWords ? widest + 14 : 28)
  const right = width - (width >= 480 ? 32 : 16)
  const x = scaleLinear([frame.domainMin, frame.domainMax], [left, right])
  const panels = useMemo(() => densityPanels(frame, stage), [frame, stage])
  const bottom = height - 28
  const head = height < 240 ? 16 : 20
  const pitch = bottom / panels.length
  const binWidth = (frame.domainMax - frame.domainMin) / frame.bins
  // Full strength is near twice the peak of a normal distribution of spread 1: one shade means one count everywhere.
  const most = Math.max(1, 0.75 * frame.samples * binWidth)
  const boxes = panels.map((_, k) => ({
    x: left,
    y: Math.round(pitch * k + head),
    width: Math.round(right - left),
    height: Math.round(pitch - head - (k < panels.length - 1 ? 4 : 0)),
  }))
  return (
    <div className="plot-layers">
      {panels.map((panel, k) => (
        <DensityImage
          key={panel.symbol}
          counts={panel.counts}
          rows={frame.features}
          columns={frame.bins}
          most={most}
          symbol={panel.symbol}
          {...boxes[k]!}
        />
      ))}
      <Plot size={size} label={pictureName(text, 'million')} movable>
        {panels.map((panel, k) => (
          <MillionPanel
            key={panel.symbol}
            panel={panel}
            text={text}
            x={x}
            box={boxes[k]!}
            labelX={labelX}
            word={showWords ? words[['x', 'xhat', 'y'].indexOf(panel.symbol)] : undefined}
            units={roomy && pitch > 110 ? units : []}
          />
        ))}
        <MillionGrips frame={frame} text={text} set={set} x={x} box={boxes[0]!} />
        <Axis x={x} y={boxes.at(-1)!.y + boxes.at(-1)!.height} line={false} labelOffset={22} />
      </Plot>
    </div>
  )
}
