import { filled } from '../../../src/exhibit/filled.ts'
import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { VerticalAxis } from '../../plot/Axis.tsx'
import { Label } from '../../plot/Label.tsx'
import { MathSymbol } from '../../plot/MathSymbol.tsx'
import { tenth, type Scale } from '../../plot/scale.ts'
import { BandName } from './BandName.tsx'
import type { Lane, Layout } from './layout.ts'
import { settledName } from './settledName.ts'
import type { Text } from './text/en.ts'
import type { Axes } from './useAxes.ts'

interface NamesProps {
  readonly layout: Layout
  readonly axes: Axes
  readonly text: Text
}

/** What each lane is, and its numbers at the left. */
export function LaneNames({ layout, axes, text }: NamesProps) {
  const { plot } = text
  const lanes = [
    ['mu', plot.mean, layout.mean, axes.mean],
    ['variance', plot.variance, layout.variance, axes.variance],
    ['xhat', plot.testSample, layout.xHat, axes.xHat],
  ] as const
  return (
    <>
      {lanes.map(
        ([symbol, word, lane, y]) =>
          lane && (
            <g key={symbol}>
              <VerticalAxis x={layout.left - 12} y={y} ticks={ticksIn(lane)} />
              {layout.words ? (
                <>
                  <MathSymbol name={symbol} x={layout.labelX} y={middle(lane)} fontSize={22} />
                  <Label
                    x={layout.labelX}
                    y={middle(lane) + 17}
                    parts={word}
                    quiet
                    fontSize={12.5}
                  />
                </>
              ) : (
                <MathSymbol
                  name={symbol}
                  x={layout.labelX}
                  y={lane.readoutY ?? lane.top}
                  fontSize={18}
                />
              )}
            </g>
          ),
      )}
    </>
  )
}

const middle = ({ top, bottom }: Lane): number => Math.round((top + bottom) / 2)
const ticksIn = ({ top, bottom }: Lane): number =>
  Math.max(2, Math.min(4, Math.floor((bottom - top) / 26)))

interface NotesProps extends NamesProps {
  readonly frame: MovingAverageFrame
}

/** Where the start has faded, and what the band is. */
export function LaneNotes({ frame, layout, axes, text }: NotesProps) {
  return (
    <g>
      <Settled frame={frame} layout={layout} t={axes.t} text={text} />
      {layout.words && <BandName frame={frame} layout={layout} axes={axes} text={text} />}
    </g>
  )
}

function Settled({ frame, layout, t, text }: Omit<NotesProps, 'axes'> & { readonly t: Scale }) {
  const name = settledName(frame, layout, t, text)
  const { settledY } = layout
  if (!name) return null
  return (
    <>
      {!name.off && (
        <path
          className="settled-line"
          d={`M${tenth(name.x)} ${(settledY ?? layout.mean.top - 4) + 5}V${layout.strip.captionY - 16}`}
        />
      )}
      {settledY !== undefined && (
        <Label x={name.from} y={settledY} parts={name.words} quiet fontSize={12.5} />
      )}
    </>
  )
}

interface StartNameProps {
  readonly x: number
  readonly at: number
  readonly lane: Lane
  readonly value: number
  readonly symbol: 'mu' | 'variance'
  readonly text: Text
}

/** The number of a start, beside its ring and away from the line that leaves it. */
export function StartName({ x, at, lane, value, symbol, text }: StartNameProps) {
  const below = at + 18 < lane.bottom + 10
  return (
    <Label
      x={x + 14}
      y={below ? at + 18 : at - 10}
      parts={filled(text.plot.start, {
        value: formatNumber(value, Number.isInteger(value) ? 0 : 2),
      })}
      symbol={symbol}
      fontSize={12.5}
    />
  )
}
