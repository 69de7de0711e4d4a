import { scaleLinear } from 'd3'
import { useRef } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatFixed, formatNumber } from '../../../src/exhibit/formatNumber.ts'
import { smooth } from '../../plot/motion.ts'
import { Plot } from '../../plot/Plot.tsx'
import { PointSliders } from '../../plot/PointSliders.tsx'
import { tenth, type Scale } from '../../plot/scale.ts'
import { batchLayout } from './batchLayout.ts'
import { BatchLabels } from './BatchLabels.tsx'
import { BatchLines } from './BatchLines.tsx'
import { graphLayout } from './graphLayout.ts'
import { useEditing } from './useEditing.ts'
import { phasesOf, type DrawnProps } from './viewProps.ts'

interface BatchViewProps extends DrawnProps {
  /** How far the dots have come from the graph: along, up, and their sticks down. */
  readonly arrival: readonly [slide: number, rise: number, drop: number]
}

/** Direct gradients over x̂: mu takes their average, the variance their tilt, and what is left is ∂L/∂x. */
export function BatchView(props: BatchViewProps) {
  const { settings, frame, drawn, scales, text, size, stage, arrival } = props
  const editing = useEditing(props)
  const layout = batchLayout(size, scales)
  const phases = phasesOf(stage)
  const chosen = settings.sample - 1
  const [slide, rise, drop] = arrival.map(smooth) as [number, number, number]
  const shown = {
    rise: rise * phases.loss,
    lines: rise * phases.collect,
    sticks: rise * phases.handBack,
    drop: drop * phases.addUp,
  }
  const { xHat, direct, left, radius } = layout
  const from = slide < 1 ? graphLayout(size) : undefined
  const ground = direct(0)
  const x = Float64Array.from(drawn.xHat, (value) =>
    from ? from.xHat + (xHat(value) - from.xHat) * slide : xHat(value),
  )
  const y = Float64Array.from(drawn.direct, (value, i) => {
    const start = from ? from.rowY[i]! + (ground - from.rowY[i]!) * slide : ground
    return start + (direct(within(value, direct)) - start) * shown.rise
  })
  const restY = Float64Array.from(drawn.dx, (value) => left(within(value, left)))
  const fixed = (value: number): string => formatFixed(value, frame.decimals[chosen]!)
  const part = { ...props, layout, shown, chosen, fixed }
  const moving = useMovingScale(props, xHat)
  const perG = scaleLinear(
    direct.domain().map((value) => value * frame.deviation),
    direct.range(),
  )
  const dots = Array.from(x, (at, i) => `M${tenth(at)} ${tenth(y[i]!)}h0`)
  return (
    <Plot size={size} label={`${text.title}: ${text.choices.view.batch}`} movable>
      <BatchLines {...part} />
      <g className="dots sym-xhat" data-symbol="xhat">
        <circle className="dot-halo" cx={x[chosen]} cy={y[chosen]} r={radius + 6} />
        <path className="dot-rings" d={dots.join('')} strokeWidth={2 * radius + 3} />
        <path className="dot-fills" d={dots.join('')} strokeWidth={2 * radius} />
      </g>
      <BatchLabels {...part} />
      <PointSliders
        x={x}
        y={restY}
        values={frame.x}
        along="x"
        scale={moving.scale}
        reach={{ width: 22, height: 24 }}
        step={(frame.scale * (frame.xMax - frame.xMin)) / 50}
        chosen={chosen}
        onChoose={editing.choose}
        onMove={editing.moveX}
        asked={editing.askedX}
        onStart={() => {
          moving.hold()
          editing.start()
        }}
        onEnd={(cancelled) => {
          moving.release()
          editing.end(cancelled)
        }}
        name={(i) => filled(text.plot.xName, { i: String(i + 1) })}
        valueText={(i) => formatNumber(frame.x[i]!, 3)}
      />
      <PointSliders
        x={x}
        y={y}
        values={frame.dXHat}
        along="y"
        scale={perG}
        reach={{ width: 24, height: 28 }}
        ring={radius + 5}
        step={frame.dXHatReach / 20}
        chosen={chosen}
        onChoose={editing.choose}
        onMove={editing.moveG}
        asked={editing.askedG}
        stepped
        onStart={editing.start}
        onEnd={editing.end}
        name={(i) => filled(text.plot.gName, { i: String(i + 1) })}
        valueText={(i) =>
          filled(text.plot.gValue, {
            value: formatNumber(frame.dXHat[i]!, 3),
            direct: formatFixed(frame.direct[i]!, frame.columnDecimals),
          })
        }
      />
    </Plot>
  )
}

/** Under a hand the scales hold still: what leaves them waits at their end. */
function within(value: number, scale: Scale): number {
  const [low = 0, high = 0] = scale.domain()
  return Math.max(low, Math.min(high, value))
}

/** x along the axis of x̂: by the mean and spread that the batch had when the hand took hold. */
function useMovingScale({ frame }: DrawnProps, xHat: ReturnType<typeof batchLayout>['xHat']) {
  const held = useRef<{ readonly mu: number; readonly deviation: number } | undefined>(undefined)
  const { mu, deviation } = held.current ?? frame
  const low = frame.scale * frame.xMin + frame.bias
  const high = frame.scale * frame.xMax + frame.bias
  const at = (x: number): number => xHat((x - mu) / deviation)
  return {
    scale: scaleLinear([low, high], [at(low), at(high)]),
    hold: () => {
      held.current = { mu: frame.mu, deviation: frame.deviation }
    },
    release: () => {
      held.current = undefined
    },
  }
}
