import { scaleLinear } from 'd3'
import { useId, useState } from 'react'
import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { Axis } from '../../plot/Axis.tsx'
import { Dots } from '../../plot/Dots.tsx'
import { labelWidth } from '../../plot/labelParts.ts'
import { Plot } from '../../plot/Plot.tsx'
import { Rail } from '../../plot/Rail.tsx'
import type { ViewProps } from '../contract.ts'
import { Arrows, Guides } from './Arrows.tsx'
import { ChosenRing } from './ChosenRing.tsx'
import { Curve, FlatColumns, FlatStripLabel, SaturatedCount } from './Curve.tsx'
import { curveAt } from './curveAt.ts'
import { AffineName, UnitSpread } from './InPassing.tsx'
import { layoutOf } from './layout.ts'
import { Outputs } from './Outputs.tsx'
import { Readings } from './Readings.tsx'
import { Rays } from './Rays.tsx'
import { SamplePicker } from './SamplePicker.tsx'
import { schema } from './settings.ts'
import type { Text } from './text/en.ts'
import { useDrawn } from './useDrawn.ts'
import { useSettledAxis } from './useSettledAxis.ts'
import { describe } from './words.ts'
import { WasBand, WasHere } from './WasHere.tsx'
import './view.css'

/** What there was when a hand took hold of an arrow. */
interface Held {
  readonly gamma: number
  readonly beta: number
}

/** x̂, y and the activation of y on one axis: what gamma and beta make of a batch. */
export function View(props: ViewProps<typeof schema, ScaleShiftFrame, Text>) {
  const { settings, frame, focus, setFocus, text, set, size } = props
  const { plot } = text
  const clip = useId()
  const drawn = useDrawn(frame)
  const wordWidth = Math.max(
    ...[plot.normalized, plot.output, plot.activated].map((word) => labelWidth([{ word }], 12.5)),
  )
  const layout = layoutOf(size, wordWidth)
  const { left, right, curve, radius } = layout

  const [held, setHeld] = useState<Held | undefined>()
  const domain = useSettledAxis(frame, held !== undefined)
  const x = scaleLinear(domain, [left, right])
  // The output of ReLU reaches as far as its input.
  const output = scaleLinear(
    [frame.outMin, frame.outMax > 1 ? domain[1] : frame.outMax],
    curve ? [curve.bottom, curve.top] : [0, 1],
  )

  const focused = Math.min(focus.sample, frame.samples - 1)
  const pick = (sample: number): void => setFocus({ sample })
  const bin = ((right - left) * frame.bin) / (domain[1] - domain[0])
  const dot = Math.min(radius, bin / 2 - 0.4)
  const pile = (levels: Float64Array, deepest: number, room: number): Float64Array => {
    const pitch = Math.min(2 * dot + 0.8, (room - 2 * dot) / Math.max(1, deepest - 1))
    return levels.map((level) => -dot - 1 - level * pitch)
  }
  const xHatOffsets = pile(drawn.xHatLevel, frame.xHatDeepest, layout.xHatRoom)
  const yOffsets = pile(drawn.yLevel, frame.yDeepest, layout.yRoom)
  const change = (key: 'gamma' | 'beta', value: number): void => {
    const { min, max } = schema[key]
    set({ [key]: Math.max(min, Math.min(max, Math.round(value * 100) / 100)) })
  }

  return (
    <Plot size={size} label={describe(frame, text, settings)} movable className="scale-shift-plot">
      <clipPath id={clip}>
        <rect x={left - 6} y={0} width={right - left + 12} height={size.height} />
      </clipPath>
      <FlatColumns frame={frame} layout={layout} x={x} />
      <g clipPath={`url(#${clip})`}>
        <WasBand drawn={drawn} layout={layout} x={x} />
        <Rays
          from={drawn.xHat.map((value) => x(value))}
          to={drawn.y.map((value) => x(value))}
          meets={curve && drawn.y.map((value) => output(curveAt(frame, value)))}
          top={layout.xHatBase}
          bent={layout.bandTop}
          ground={layout.yBase}
          right={right}
          focused={focused}
        />
      </g>
      <Rail
        x={x}
        y={layout.xHatBase}
        symbol="xhat"
        labelX={layout.labelX}
        word={layout.words ? plot.normalized : undefined}
      />
      <Rail
        x={x}
        y={layout.yBase}
        symbol="y"
        labelX={layout.labelX}
        word={layout.words ? plot.output : undefined}
      />
      <Curve
        frame={frame}
        layout={layout}
        x={x}
        output={output}
        text={text}
        name={text.choices.activation[settings.activation]}
        clip={clip}
      />
      <AffineName layout={layout} text={text} />
      <FlatStripLabel frame={frame} layout={layout} x={x} text={text} drawn={drawn} />
      <Axis x={x} y={layout.axisY} />
      <Guides drawn={drawn} layout={layout} x={x} />
      <WasHere drawn={drawn} layout={layout} x={x} text={text} />
      <g clipPath={`url(#${clip})`}>
        <Dots
          x={x}
          y={layout.xHatBase}
          values={drawn.xHatCentre}
          offsets={xHatOffsets}
          symbol="xhat"
          radius={dot}
          onFocus={pick}
        />
        <Dots
          x={x}
          y={layout.yBase}
          values={drawn.yCentre}
          offsets={yOffsets}
          symbol="y"
          radius={dot}
          onFocus={pick}
        />
      </g>
      <ChosenRing
        x={x(drawn.xHatCentre[focused]!)}
        y={layout.xHatBase + xHatOffsets[focused]!}
        radius={dot}
      />
      <ChosenRing
        x={x(drawn.yCentre[focused]!)}
        y={layout.yBase + yOffsets[focused]!}
        radius={dot}
      />
      <Outputs frame={frame} drawn={drawn} layout={layout} output={output} focused={focused} />
      <SaturatedCount frame={frame} layout={layout} text={text} />
      <UnitSpread layout={layout} x={x} text={text} />
      <Arrows
        drawn={drawn}
        layout={layout}
        x={x}
        text={text}
        onScale={(value) => change('gamma', value)}
        onShift={(value) => change('beta', value)}
        onHold={() => setHeld({ gamma: frame.gamma, beta: frame.beta })}
        onRelease={(cancelled) => {
          if (cancelled && held) set({ gamma: held.gamma, beta: held.beta })
          setHeld(undefined)
        }}
      />
      <SamplePicker
        xHat={frame.xHat}
        focused={focused}
        onPick={pick}
        name={plot.sample}
        valueText={filled(plot.sampleValue, {
          i: String(focused + 1),
          xHat: formatNumber(frame.xHat[focused]!),
          y: formatNumber(frame.y[focused]!),
        })}
        x={x(drawn.yCentre[focused]!)}
        y={layout.yBase + yOffsets[focused]!}
        radius={dot}
      />
      <Readings frame={frame} layout={layout} focused={focused} text={text} before={x(-1)} />
    </Plot>
  )
}
