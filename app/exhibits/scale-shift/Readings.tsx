import { formatCount, formatNumber, formatPercent } from '../../../src/exhibit/formatNumber.ts'
import type { SymbolName } from '../../../src/settings/field.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { DigitImage } from '../../plot/DigitImage.tsx'
import { Label } from '../../plot/Label.tsx'
import { filled } from '../../../src/exhibit/filled.ts'
import { labelParts, labelWidth } from '../../plot/labelParts.ts'
import type { Layout } from './layout.ts'
import { settled } from '../../../src/exhibit/settled.ts'
import type { Text } from './text/en.ts'

interface ReadingsProps {
  readonly frame: ScaleShiftFrame
  readonly layout: Layout
  readonly focused: number
  readonly text: Text
  /** Where the bracket over x̂ begins. */
  readonly before: number
}

/** What stands beside the picture: the digit of the chosen sample, and the numbers of both rails. */
export function Readings({ frame, layout, focused, text, before }: ReadingsProps) {
  const { digit, statistics } = layout
  const { plot } = text
  const share = (count: number): string => formatPercent(count / frame.samples)
  return (
    <>
      {digit && (
        <>
          <DigitImage
            pixels={frame.pixels.subarray(focused * 64, focused * 64 + 64)}
            framed
            {...digit}
          />
          <Caption digit={digit} frame={frame} focused={focused} text={text} before={before} />
        </>
      )}
      {statistics && (
        <>
          <Statistics
            {...statistics}
            bottom={layout.xHatBase}
            symbol="xhat"
            rows={[
              [plot.mean, formatNumber(settled(frame.xHatMu))],
              [plot.sd, formatNumber(frame.xHatSigma)],
              [plot.saturated, share(frame.saturatedXHat)],
            ]}
          />
          <Statistics
            {...statistics}
            bottom={layout.wasLines[0] ?? layout.bandTop}
            symbol="x"
            rows={[[plot.saturatedX, share(frame.saturatedX)]]}
          />
          <Statistics
            {...statistics}
            bottom={layout.yBase}
            symbol="y"
            rows={[
              [plot.mean, formatNumber(settled(frame.yMu))],
              [plot.sd, formatNumber(frame.ySigma)],
              [plot.saturated, share(frame.saturatedY)],
              ...(statistics.difference
                ? ([[plot.rms[0]], [plot.rms[1], formatNumber(frame.rms)]] as const)
                : []),
            ]}
          />
        </>
      )}
    </>
  )
}

interface CaptionProps extends Omit<ReadingsProps, 'layout'> {
  readonly digit: NonNullable<Layout['digit']>
}

/** Which image it is, where the bracket leaves room for that, and which digit. */
function Caption({ digit, frame, focused, text, before }: CaptionProps) {
  const x = digit.x + digit.size + 9
  const name = filled(text.plot.image, { i: formatCount(focused + 1) })
  const bottom = digit.y + digit.size
  return (
    <>
      {x + labelWidth([{ word: name }], 13) + 6 < before && (
        <Label x={x} y={bottom - 17} parts={name} strong fontSize={13} />
      )}
      <Label
        x={x}
        y={bottom - 1}
        parts={filled(text.plot.digit, { label: String(frame.labels[focused]) })}
        quiet
        fontSize={12.5}
      />
    </>
  )
}

interface StatisticsProps {
  readonly left: number
  readonly right: number
  /** Baseline of the last row. */
  readonly bottom: number
  readonly pitch: number
  readonly symbol: SymbolName
  readonly rows: readonly (readonly [word: string, value?: string])[]
}

/** Numbers beside a rail: words at the left, values in the rail's colour at the right. */
function Statistics({ left, right, bottom, pitch, symbol, rows }: StatisticsProps) {
  return (
    <g>
      {rows.map(([word, value], i) => {
        const y = bottom - (rows.length - 1 - i) * pitch
        return (
          <g key={word}>
            <Label x={left} y={y} parts={labelParts(word)} quiet fontSize={13} />
            {value !== undefined && (
              <Label
                x={right}
                y={y}
                parts={[{ number: value }]}
                symbol={symbol}
                anchor="end"
                fontSize={13}
              />
            )}
          </g>
        )
      })}
    </g>
  )
}
