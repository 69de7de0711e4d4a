import type { Table } from '../../../src/exhibit/exhibit.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import type { Text } from './text/en.ts'

/** One row per sample, at full precision. */
export function table(frame: ScaleShiftFrame, text: Text): Table {
  const { columns, plot } = text
  return {
    columns: [
      { label: columns.sample },
      { label: columns.x, symbol: 'x' },
      { label: columns.xHat, symbol: 'xhat' },
      { label: columns.y, symbol: 'y' },
      { label: columns.activated },
      { label: columns.saturated },
    ],
    rows: Array.from(frame.x, (x, i) => [
      i + 1,
      x,
      frame.xHat[i]!,
      frame.y[i]!,
      frame.activated[i]!,
      frame.saturated[i] ? plot.yes : plot.no,
    ]),
  }
}
