import type { Table } from '../../../src/exhibit/exhibit.ts'
import { noNumber } from '../../../src/exhibit/formatNumber.ts'
import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import type { Settings } from './settings.ts'
import type { Text } from './text/en.ts'

/** One row per sample, at full precision. */
export function table(frame: BackwardFrame, { columns }: Text, { loss }: Settings): Table {
  const known = loss !== 'linear'
  return {
    columns: [
      { label: columns.sample },
      { label: columns.digit },
      { label: columns.x, symbol: 'x' },
      { label: columns.xHat, symbol: 'xhat' },
      { label: columns.y, symbol: 'y' },
      { label: columns.dY, symbol: 'y' },
      { label: columns.dXHat, symbol: 'xhat' },
      { label: columns.direct, symbol: 'xhat' },
      { label: columns.throughMean, symbol: 'mu' },
      { label: columns.throughVariance, symbol: 'variance' },
      { label: columns.dx, symbol: 'x' },
      { label: columns.numeric, symbol: 'x' },
    ],
    rows: Array.from(frame.x, (x, i) => [
      i + 1,
      frame.labels[i]!,
      x,
      frame.xHat[i]!,
      frame.y[i]!,
      known ? frame.dY[i]! : noNumber,
      frame.dXHat[i]!,
      frame.direct[i]!,
      frame.throughMean[i]!,
      frame.throughVariance[i]!,
      frame.dx[i]!,
      frame.smooth[i] === 1 ? frame.numeric[i]! : noNumber,
    ]),
  }
}
