import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/data/csv.ts'
import { symbols } from '../../src/exhibit/symbols.ts'
import { tableCsv } from '../../src/exhibit/tableCsv.ts'
import { runs } from '../support/property.ts'

describe('a table as CSV', () => {
  it('has a header, full precision and lines that end as RFC 4180 says', () => {
    const table = {
      columns: [{ label: 'Normalized {:xhat}' }, { label: 'kind' }],
      rows: [
        [1 / 3, 'a'],
        [-2, 'b'],
      ],
    }
    expect(tableCsv(table)).toBe('Normalized x̂,kind\r\n0.3333333333333333,a\r\n-2,b\r\n')
  })

  it('leaves a cell empty where there is no number', () => {
    expect(tableCsv({ columns: [{ label: 'x' }], rows: [[Number.NaN], [Infinity]] })).toBe(
      'x\r\n\r\n\r\n',
    )
  })

  it('quotes what would break a row, and disarms what a spreadsheet would run', () => {
    const rows = [['a,b'], ['say "x"'], ['two\nlines'], ['=1+1'], ['@SUM(A1)'], ['+1'], ['-1']]
    expect(
      tableCsv({ columns: [{ label: 'x' }], rows })
        .split('\r\n')
        .slice(1, -1),
    ).toEqual(['"a,b"', '"say ""x"""', '"two\nlines"', "'=1+1", "'@SUM(A1)", "'+1", "'-1"])
  })

  it('is read back by the reader of own numbers, bit for bit', () => {
    const finite = fc.double({ min: -1e30, max: 1e30, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 20 }), (rows) => {
        const text = tableCsv({ columns: [{ label: 'x' }, { label: 'y' }], rows })
        expect(parseCsv(text)).toEqual({
          ok: true,
          header: ['x', 'y'],
          rows: rows.map((row) => row.map((value) => value + 0)),
        })
      }),
      runs(1000),
    )
  })
})

describe('the symbols', () => {
  it('each has one glyph of its own', () => {
    const glyphs = Object.values(symbols).map(({ glyph }) => glyph)
    expect(new Set(glyphs).size).toBe(glyphs.length)
  })

  it('a coloured one is of the seven of the design, and each of those is used', () => {
    const colours = Object.values(symbols).flatMap((look) =>
      'colour' in look ? [look.colour] : [],
    )
    expect([...new Set(colours)].toSorted()).toEqual(
      ['beta', 'gamma', 'mu', 'variance', 'x', 'xhat', 'y'].toSorted(),
    )
  })
})
