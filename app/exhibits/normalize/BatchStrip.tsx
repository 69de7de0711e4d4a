import { scaleLinear } from 'd3'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import { Label } from '../../plot/Label.tsx'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import { tenth } from '../../plot/scale.ts'
import { useDrag } from '../../plot/useDrag.ts'
import type { RailsLayout } from './railsLayout.ts'
import { note, type BatchProps } from './viewProps.ts'

interface BatchStripProps extends BatchProps {
  readonly layout: RailsLayout
  readonly strip: NonNullable<RailsLayout['strip']>
}

/** The data set cut into mini-batches, each with its mean and spread; the chosen one carries the halo. */
export function BatchStrip(props: BatchStripProps) {
  const { frame, text, set, layout, strip } = props
  const { batches, batch, batchMus, batchSigmas, batchStride, populationMu } = frame
  const { left, right } = layout
  const { y, height } = strip
  const cell = (right - left) / batches
  // The frame is later than the hand: what it shows says nothing of what was asked for last.
  const choose = (k: number) => set({ batch: Math.max(0, Math.min(batches - 1, k)) + 1 })
  const drag = useDrag({
    onStart: (at) => choose(Math.floor((at.x - left) / cell)),
    onMove: (at) => choose(Math.floor((at.x - left) / cell)),
  })
  const onKeyDown = (event: { key: string; preventDefault: () => void }) => {
    const step = stripStep(event.key, batches)
    if (step === undefined) return
    event.preventDefault()
    choose(batch + step)
  }
  const edited = frame.byHand && batch % batchStride === 0 ? batch / batchStride : undefined
  const paths = stripPaths(
    batchMus,
    batchSigmas,
    left,
    right,
    batchStride * cell,
    y,
    height,
    edited,
  )
  const shown = Math.max(4, cell)
  const at = tenth(Math.min(right - shown, left + (batch + 0.5) * cell - shown / 2))
  return (
    <g>
      {strip.captionY === undefined ? (
        layout.words && (
          <Label
            x={layout.labelX}
            y={y + height / 2 + 4}
            parts={note(text, 'batches')}
            quiet
            fontSize={captionSize}
          />
        )
      ) : (
        <Caption {...props} y={strip.captionY} />
      )}
      <rect className="strip-ground" x={left} y={y} width={right - left} height={height} />
      <rect className="column-halo" x={at} y={y - 3} width={tenth(shown)} height={height + 6} />
      <g className="sym-variance">
        <path className="area" d={paths.bands} />
      </g>
      <path className="gridline" d={`M${left} ${paths.at(populationMu)}H${right}`} />
      <g className="sym-mu">
        <path className="strip-mean" d={paths.means} strokeWidth={cell < 4 ? 1 : 2} />
      </g>
      <rect className="strip-frame" x={at} y={y - 3} width={tenth(shown)} height={height + 6} />
      <g
        className="target"
        role="slider"
        tabIndex={0}
        aria-label={note(text, 'stripGrip')}
        aria-valuemin={1}
        aria-valuemax={batches}
        aria-valuenow={batch + 1}
        aria-valuetext={chosenWords(props)}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <rect className="hit-area" x={left} y={y - 4} width={right - left} height={height + 8} />
        <rect
          className="focus-ring"
          x={left - 3}
          y={y - 5}
          width={right - left + 6}
          height={height + 10}
          rx={3}
        />
      </g>
    </g>
  )
}

const captionSize = 12.5

function chosenWords({ frame, text }: BatchStripProps): string {
  return note(text, frame.byHand ? 'stripByHand' : 'strip', {
    k: formatCount(frame.batches),
    b: formatCount(frame.batch + 1),
  })
}

/** Which mini-batch is chosen, and as far as there is room what its bar and line mean; Play has its own caption there. */
function Caption(props: BatchStripProps & { readonly y: number }) {
  const { text, layout, stage, y } = props
  if (stage < text.stages.length) return null
  const { left, right, labelX } = layout
  const chosen = chosenWords(props)
  const width = labelWidth([{ word: chosen }], captionSize) + 24
  const keys = ['stripKey', 'stripShortKey'].map((name) => labelParts(note(text, name)))
  const fits = (from: number) =>
    keys.find((parts) => width + labelWidth(parts, captionSize) <= right - from)
  const from = fits(left) ? left : labelX
  const key = fits(from)
  const look = { y, quiet: true, fontSize: captionSize }
  return (
    <>
      <Label x={from} parts={chosen} {...look} />
      {key && <Label x={right} parts={key} anchor="end" {...look} />}
    </>
  )
}

function stripStep(key: string, batches: number): number | undefined {
  return {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
    Home: -batches,
    End: batches,
  }[key]
}

function stripPaths(
  mus: Float64Array,
  sigmas: Float64Array,
  left: number,
  right: number,
  cell: number,
  y: number,
  height: number,
  edited: number | undefined,
) {
  const [low, high] = stripDomain(mus, sigmas, edited)
  const scale = scaleLinear(low < high ? [low, high] : [low - 1, low + 1], [y + height, y])
  const at = (value: number) => tenth(Math.max(y, Math.min(y + height, scale(value))))
  const gap = cell > 3 ? 1 : 0
  let bands = ''
  let means = ''
  mus.forEach((mu, k) => {
    const x = tenth(left + k * cell + gap / 2)
    const width = tenth(Math.min(cell - gap, right - x))
    const top = at(mu + sigmas[k]!)
    bands += `M${x} ${top}h${width}V${at(mu - sigmas[k]!)}h${-width}z`
    means += `M${x} ${at(mu)}h${width}`
  })
  return { bands, means, at }
}

/** A mini-batch edited by hand may take as much room again as all others, no more: they must stay to be seen. */
function stripDomain(
  mus: Float64Array,
  sigmas: Float64Array,
  edited: number | undefined,
): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  mus.forEach((mu, k) => {
    if (k === edited && mus.length > 1) return
    low = Math.min(low, mu - sigmas[k]!)
    high = Math.max(high, mu + sigmas[k]!)
  })
  if (edited === undefined) return [low, high]
  const room = (high - low) / 2
  return [
    Math.max(low - room, Math.min(low, mus[edited]! - sigmas[edited]!)),
    Math.min(high + room, Math.max(high, mus[edited]! + sigmas[edited]!)),
  ]
}
