import { scaleLinear } from 'd3'
import { useId } from 'react'
import { formatFixed, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { Plot } from '../../plot/Plot.tsx'
import { PointSliders } from '../../plot/PointSliders.tsx'
import { GraphColumns } from './GraphColumns.tsx'
import { GraphFlow } from './GraphFlow.tsx'
import { GraphHeaders } from './GraphHeaders.tsx'
import { graphLayout } from './graphLayout.ts'
import { GraphNodes } from './GraphNodes.tsx'
import { Steps } from './Steps.tsx'
import { useEditing } from './useEditing.ts'
import { phasesOf, type DrawnProps } from './viewProps.ts'

/** The computation graph of one feature: forward from left to right, the gradient from right to left. */
export function GraphView(props: DrawnProps) {
  const { settings, frame, drawn, scales, text, size, stage } = props
  const editing = useEditing(props)
  const layout = graphLayout(size)
  const phases = phasesOf(stage)
  const chosen = settings.sample - 1
  const clip = useId()

  // The dots of x stay where they are when all of them are scaled or shifted, as their x̂ do.
  const low = drawn.scale * drawn.xMin + drawn.bias
  const high = drawn.scale * drawn.xMax + drawn.bias
  const x = scaleLinear([low, high], [layout.x - layout.xHalf, layout.x + layout.xHalf])
  const xOf = (i: number): number =>
    Math.max(layout.x - layout.xHalf, Math.min(layout.x + layout.xHalf, x(drawn.x[i]!)))
  const reach = scales.dXHatReach
  const g = scaleLinear([-reach, reach], [layout.gAxis - layout.gHalf, layout.gAxis + layout.gHalf])
  const gEnd = Array.from(drawn.dXHat, (value) => g(Math.max(-reach, Math.min(reach, value))))
  const row = (i: number) => ({ i: String(i + 1) })
  const digits = frame.columnDecimals
  const part = { ...props, layout, phases, chosen }

  return (
    <Plot size={size} label={`${text.title}: ${text.choices.view.graph}`} movable>
      <rect
        className="column-halo"
        x={layout.digit ? layout.digit.x - 4 : 2}
        y={layout.rowY[chosen]! - layout.pitch / 2}
        width={layout.width - (layout.digit ? layout.digit.x + 2 : 4)}
        height={layout.pitch}
        rx={2}
      />
      {layout.rowY.map((y, i) => (
        <rect
          key={y}
          className="hit-box row"
          x={0}
          y={y - layout.pitch / 2}
          width={layout.width}
          height={layout.pitch}
          onPointerDown={() => editing.choose(i)}
        />
      ))}
      <GraphFlow {...part} xOf={xOf} clip={clip} />
      <GraphColumns {...part} xOf={xOf} zero={x(0)} perUnit={layout.gHalf / reach} />
      <GraphHeaders {...part} />
      <GraphNodes {...part} />
      {layout.steps && <Steps {...part} steps={layout.steps} />}
      <PointSliders
        x={layout.rowY.map((_, i) => xOf(i))}
        y={layout.rowY}
        values={frame.x}
        along="x"
        scale={x}
        reach={{ width: 2 * layout.xHalf + 22, height: layout.pitch }}
        ring={9}
        step={(high - low) / 50}
        chosen={chosen}
        onChoose={editing.choose}
        onMove={editing.moveX}
        asked={editing.askedX}
        onStart={editing.start}
        onEnd={editing.end}
        name={(i) => filled(text.plot.xName, row(i))}
        valueText={(i) => formatNumber(frame.x[i]!, 3)}
      />
      <PointSliders
        x={gEnd}
        y={layout.rowY}
        values={frame.dXHat}
        along="x"
        scale={g}
        reach={{ width: 26, height: layout.pitch }}
        ring={8}
        step={reach / 20}
        chosen={chosen}
        onChoose={editing.choose}
        onMove={editing.moveG}
        asked={editing.askedG}
        stepped
        onStart={editing.start}
        onEnd={editing.end}
        name={(i) => filled(text.plot.gName, row(i))}
        valueText={(i) =>
          filled(text.plot.gValue, {
            value: formatNumber(frame.dXHat[i]!, 3),
            direct: formatFixed(frame.direct[i]!, digits),
          })
        }
      />
    </Plot>
  )
}
