import { type KeyboardEvent } from 'react'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { MovingAverageAt } from '../../../src/simulation/movingAverageAt.ts'
import { Axis } from '../../plot/Axis.tsx'
import { keyStep } from '../../plot/keySteps.ts'
import { Label } from '../../plot/Label.tsx'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import { tenth, type Scale } from '../../plot/scale.ts'
import { useDrag } from '../../plot/useDrag.ts'
import type { Layout } from './layout.ts'
import { weightText } from './shares.ts'
import type { Text } from './text/en.ts'
import { startPath, weightPath } from './weightPaths.ts'

interface WeightStripProps {
  readonly frame: MovingAverageFrame
  readonly at: MovingAverageAt
  /** keepRate^t, perhaps on their way. */
  readonly powers: Float64Array
  readonly layout: Layout
  readonly t: Scale
  readonly text: Text
  readonly onPlace: (place: number) => void
}

/** What each batch weighs in memory now, and the place that is looked at, which can be moved anywhere along it. */
export function WeightStrip(props: WeightStripProps) {
  const { frame, at, layout, t, text } = props
  const { plot } = text
  const { left, strip, labelX, words, fontSize, ends } = layout
  return (
    <g>
      {words &&
        plot.weightLines.map((line, i) => (
          <Label
            key={line}
            x={labelX}
            y={strip.ground - 2 + 15 * (i - 1)}
            parts={line}
            quiet
            fontSize={12.5}
          />
        ))}
      <path className="weights" d={weightPath(props)} />
      <path className="start-weight" d={startPath(props)} />
      <Axis
        x={t}
        y={strip.ground}
        ticks={Math.min(6, frame.steps + 1)}
        labelOffset={layout.axisLabelY - strip.ground}
      />
      {ends && (
        <>
          <Label x={ends.left} y={strip.ground - 4} parts={plot.latest} quiet fontSize={fontSize} />
          <Label
            x={ends.right}
            y={strip.ground - 4}
            anchor="end"
            parts={[{ number: weightText(at.weights.latest) }]}
            fontSize={fontSize}
          />
          <Label x={ends.left} y={layout.axisLabelY} parts={plot.batches} quiet fontSize={12.5} />
        </>
      )}
      <path
        className="playhead-line"
        d={`M${tenth(t(at.t))} ${layout.mean.top - 4}V${strip.ground}`}
      />
      <Captions {...props} left={left} />
      <Playhead {...props} steps={frame.steps} />
    </g>
  )
}

/** How much the start weighs, and the last batches together under a bracket. */
function Captions({
  frame,
  at,
  layout,
  t,
  text,
  left,
}: WeightStripProps & { readonly left: number }) {
  const { plot } = text
  const { strip } = layout
  const { weights } = at
  const y = strip.captionY
  const start = frame.corrected
    ? plot.noStart
    : filled(plot.startWeight, {
        share: weightText(weights.start),
      })
  const last = filled(weights.windowBatches === 1 ? plot.latestWeight : plot.windowWeight, {
    n: formatCount(weights.windowBatches),
    share: weightText(weights.window),
  })
  const size = 12.5
  const startEnd = left + 5 + labelWidth(labelParts(start), size)
  const from = t(at.t - weights.windowBatches) + 1
  const to = t(at.t) + 1
  const width = labelWidth(labelParts(last), size)
  const beside = from - 6 - width
  const inside = beside < startEnd + 10
  const x = inside ? Math.max(startEnd + 10, to - width) : beside
  return (
    <>
      <Label x={left + 5} y={y} parts={start} quiet fontSize={size} />
      {weights.windowBatches > 0 && x + width <= layout.right + 24 && (
        <>
          <Label x={x} y={y} parts={last} fontSize={size} />
          {!inside && (
            <path className="window-bracket" d={`M${tenth(from)} ${y + 1}v-5H${tenth(to)}v5`} />
          )}
        </>
      )}
    </>
  )
}

function Playhead({
  at,
  layout,
  t,
  text,
  steps,
  onPlace,
}: WeightStripProps & { readonly steps: number }) {
  const { left, right, strip } = layout
  const x = tenth(t(at.t))
  const { ground } = strip
  const seek = (to: number) => onPlace(Math.max(0, Math.min(steps, Math.round(to))))
  const drag = useDrag({
    onStart: (point) => seek(t.invert(point.x)),
    onMove: (point) => seek(t.invert(point.x)),
  })
  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    const to = { Home: 0, End: steps }[event.key]
    const step = keyStep(event, steps)
    if ((to === undefined && step === undefined) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (to !== undefined) seek(to)
    else if (step !== undefined)
      seek(at.t + Math.sign(step) * Math.max(1, Math.round(Math.abs(step))))
  }
  return (
    <g
      className="target playhead"
      role="slider"
      tabIndex={0}
      aria-label={text.plot.placeHandle}
      aria-valuemin={0}
      aria-valuemax={steps}
      aria-valuenow={at.t}
      aria-valuetext={filled(text.plot.placeValue, {
        t: formatCount(at.t),
        steps: formatCount(steps),
      })}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <circle className="grip-halo" cx={x} cy={ground} r={11} />
      <circle className="playhead-knob" cx={x} cy={ground} r={6} />
      <rect
        className="hit-area"
        x={left - 12}
        y={Math.min(strip.top, ground - 16)}
        width={right - left + 24}
        height={Math.max(ground - strip.top, 16) + 18}
      />
      <circle className="focus-ring" cx={x} cy={ground} r={10} />
    </g>
  )
}
