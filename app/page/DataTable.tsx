import { useId } from 'react'
import type { Table } from '../../src/exhibit/exhibit.ts'
import { filled } from '../../src/exhibit/filled.ts'
import { formatCount, noNumber } from '../../src/exhibit/formatNumber.ts'
import { tableCsv } from '../../src/exhibit/tableCsv.ts'
import { useWords } from '../text/useWords.ts'
import { CopyButton } from './CopyButton.tsx'
import { Dialog } from './Dialog.tsx'
import { useEnvironment } from './environment.ts'

interface DataTableProps {
  readonly id: string
  readonly title: string
  readonly caption: string
  readonly table: Table
  readonly onClose: () => void
}

/** The numbers of a figure as a table, at full precision, to read and to take away. */
export function DataTable({ id, title, caption, table, onClose }: DataTableProps) {
  const words = useWords()
  const captionId = useId()
  const { download } = useEnvironment()
  return (
    <Dialog title={filled(words.numbersOf, { title })} onClose={onClose}>
      <div className="dialog-actions">
        <button
          type="button"
          className="button"
          onClick={() => download(`${id}.csv`, tableCsv(table))}
        >
          {words.downloadCsv}
        </button>
        <CopyButton text={() => tableCsv(table)} label={words.copyCsv} />
      </div>
      <p id={captionId} className="table-caption">
        {caption}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.numbers}>
        <table aria-labelledby={captionId}>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th
                  key={column.label}
                  scope="col"
                  className={column.symbol ? `sym-${column.symbol}` : undefined}
                >
                  {filled(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, mostRows).map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={j}>{shownCell(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length > mostRows && (
        <p>{filled(words.omitted, { count: formatCount(table.rows.length - mostRows) })}</p>
      )}
    </Dialog>
  )
}

const mostRows = 300

function shownCell(cell: number | string): string {
  if (typeof cell === 'string') return cell
  return Number.isFinite(cell) ? String(cell).replaceAll('-', '−') : noNumber
}
