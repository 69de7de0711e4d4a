import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv, samplesOf } from '../../src/data/csv.ts'
import { mostCsvBytes, mostCsvNumbers } from '../../src/data/csvLimits.ts'

const rowsOf = (text: string) => {
  const parsed = parseCsv(text)
  return parsed.ok ? parsed.rows : parsed
}

describe('a text of numbers becomes rows', () => {
  it.each([
    ['commas', '1,2\n3,4'],
    ['commas with blanks', ' 1 , 2 \n 3, 4'],
    ['semicolons', '1;2\n3;4'],
    ['tabs', '1\t2\n3\t4'],
    ['blanks', '1 2\n3   4'],
    ['blanks at both ends', '  1 2 \n 3 4  '],
    ['quotes', '"1","2"\n"3","4"'],
    ['quotes after a blank', '1, "2"\n3, "4"'],
    ['Windows line ends', '1,2\r\n3,4\r\n'],
    ['old Mac line ends', '1,2\r3,4'],
    ['a byte order mark', '\uFEFF1,2\n3,4'],
    ['blank lines', '\n\n1,2\n\n3,4\n\n'],
    ['the commas of Chinese typing', '1，2\n3、4'],
    ['the semicolons of Chinese typing', '1；2\n3；4'],
  ])('with %s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it('reads every way to write a decimal, a real minus sign too', () => {
    expect(rowsOf('-1.5,+2,.5,3.,1e3,1E-3,−4')).toEqual([[-1.5, 2, 0.5, 3, 1000, 0.001, -4]])
  })

  it.each([
    ['semicolons', '1,5;-2,25\n3;4,0e1'],
    ['tabs', '1,5\t-2,25\n3\t4,0e1'],
    ['quotes', '"1,5","-2,25"\n"3","4,0e1"'],
    ['a header', 'a;b\n1,5;-2,25\n3;4,0e1'],
  ])('reads a decimal comma between %s', (_, text) => {
    expect(rowsOf(text)).toEqual([[1.5, -2.25], [3, 40]]) // prettier-ignore
  })

  it('reads three digits after a decimal comma where another cell shows that it is one', () => {
    expect(rowsOf('1,234;0,5\n-2,345;3')).toEqual([[1.234, 0.5], [-2.345, 3]]) // prettier-ignore
    expect(rowsOf('1;1,234\n2;0,123')).toEqual([[1, 1.234], [2, 0.123]]) // prettier-ignore
  })

  it('takes a first row without a single number as names', () => {
    expect(parseCsv('height,"weight, kg"\n1.8,70')).toEqual({
      ok: true,
      rows: [[1.8, 70]],
      header: ['height', 'weight, kg'],
    })
  })

  it('reads a quoted name that holds a quote and a line break, and still counts lines', () => {
    const text = '"a ""b""\nc",d\n1,2\n3,x'
    expect(parseCsv(text)).toMatchObject({ ok: false, code: 'cell', line: 4, column: 2, cell: 'x' })
    expect(parseCsv(text.replace('x', '4'))).toMatchObject({ header: ['a "b"\nc', 'd'] })
  })

  it('takes a line alone as several samples of one feature', () => {
    const parsed = parseCsv('1, 2, 3, 6')
    expect(parsed.ok && samplesOf(parsed.rows)).toEqual([[1], [2], [3], [6]])
    expect(samplesOf([[1, 2], [3, 4]])).toEqual([[1, 2], [3, 4]]) // prettier-ignore
  })

  it('reads as many numbers as are allowed, and no more', () => {
    const row = Array(256).fill('0').join(',')
    const full = Array(256).fill(row).join('\n')
    expect(mostCsvNumbers).toBe(256 * 256)
    expect(parseCsv(full)).toMatchObject({ ok: true })
    expect(parseCsv(`${full}\n${row}`)).toMatchObject({ ok: false, code: 'tooMany', line: 257 })
  })
})

describe('a fault is named with its place', () => {
  it.each([
    ['nothing', '', { code: 'empty' }],
    ['blank lines only', ' \n\t\n', { code: 'empty' }],
    ['a word among numbers', '1,2\n3,four', { code: 'cell', line: 2, column: 2, cell: 'four' }],
    ['a word in the first row', '1,x\n3,4', { code: 'cell', line: 1, column: 2, cell: 'x' }],
    ['names and no numbers', 'a,b', { code: 'cell', line: 1, column: 1, cell: 'a' }],
    ['an empty cell', '1,2\n3,', { code: 'cell', line: 2, column: 2, cell: '' }],
    ['hexadecimal', '1\n0x10', { code: 'cell', line: 2, column: 1, cell: '0x10' }],
    ['thousands and a decimal comma', '1.234,5;2.345,6\n1;2', { code: 'cell', line: 1, column: 1 }],
    ['thousands apart', '"1,234.5";"2,345.6"\n1;2', { code: 'thousands', cell: '1,234.5' }],
    [
      'thousands or decimals between semicolons',
      '1;2\n1;1,234',
      { code: 'ambiguous', line: 2, column: 2, cell: '1,234' },
    ],
    ['thousands or decimals between tabs', '−12,345\t2', { code: 'ambiguous', cell: '−12,345' }],
    ['thousands or decimals in quotes', '"123,456",2', { code: 'ambiguous', cell: '123,456' }],
    ['thousands twice', '1;1,234,567', { code: 'thousands', column: 2, cell: '1,234,567' }],
    ['a share in per cent', '12 %;13 %\n1;2', { code: 'cell', line: 1, cell: '12 %' }],
    ['blanks between decimal commas', '1,5 2,5', { code: 'cell', line: 1, column: 2 }],
    ['a short row', '1,2,3\n4,5', { code: 'ragged', line: 2, column: 2, expected: 3, found: 2 }],
    ['a long row', '1,2\n3,4,5', { code: 'ragged', line: 2, column: 3, expected: 2, found: 3 }],
    ['fewer numbers than names', 'a,b\n1', { code: 'ragged', line: 2, expected: 2, found: 1 }],
    ['NaN', '1,2\n3,NaN', { code: 'notFinite', line: 2, column: 2, cell: 'NaN' }],
    ['NaN alone', 'nan', { code: 'notFinite', line: 1, column: 1 }],
    ['infinity', '1\n-inf', { code: 'notFinite', line: 2, column: 1, cell: '-inf' }],
    ['a number too far from 0 to be squared', '1\n-2e100', { code: 'tooFar', line: 2, column: 1 }],
    ['a number beyond the range', '1\n1e999', { code: 'tooFar', line: 2, column: 1 }],
  ])('%s', (_, text, fault) => {
    expect(parseCsv(text)).toMatchObject({ ok: false, ...fault })
  })

  it.each([
    ['digits and a letter', `${'1'.repeat(1_000_000)}x`, 'cell'],
    ['digits, a comma and a letter', `1;2\n${'1'.repeat(500_000)},${'1'.repeat(500_000)}x`, 'cell'],
    ['digits, a point and a letter', `1\n${'1'.repeat(500_000)}.${'1'.repeat(500_000)}x`, 'cell'],
    ['a decimal comma and a letter', `1;2\n${'1,'.repeat(500_000)}x;2`, 'cell'],
    ['digits', '1'.repeat(1_000_000), 'tooFar'],
    ['an exponent', `1e${'1'.repeat(1_000_000)}`, 'tooFar'],
    ['points', '.'.repeat(1_000_000), 'cell'],
    ['a quote that is not closed', `1\n"${'""1'.repeat(300_000)}`, 'cell'],
  ])('a cell of a million characters is answered as any other: %s', (_, text, code) => {
    expect(parseCsv(text)).toMatchObject({ ok: false, code })
  })

  it('a text of more than a megabyte, counted in bytes', () => {
    const line = '1,2,3,4,5,6,7\n'
    expect(parseCsv(line.repeat(mostCsvBytes / line.length + 1))).toMatchObject({
      code: 'tooLarge',
    })
    expect(parseCsv('數'.repeat(mostCsvBytes / 3 + 1))).toMatchObject({ code: 'tooLarge' })
    expect(parseCsv('數'.repeat(mostCsvBytes / 3 - 1))).toMatchObject({ code: 'cell' })
  })
})

const separators = fc.constantFrom(',', ';', '\t', ' ', ', ')
const finite = fc.double({ min: -1e100, max: 1e100, noNaN: true })
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(finite, { minLength: width, maxLength: width }), { minLength: 1 }),
  )

it('never throws, whatever the text: 10,000 texts', () => {
  const near = fc.string({ unit: fc.constantFrom(...'12.,;\t "\n\r-e+a∞−，\uFEFF') })
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
      const parsed = parseCsv(text)
      if (!parsed.ok) {
        expect(Math.min(parsed.line, parsed.column)).toBeGreaterThanOrEqual(1)
        return
      }
      const width = parsed.header?.length ?? parsed.rows[0]!.length
      for (const row of parsed.rows) {
        expect(row.length).toBe(width)
        expect(row.every(Number.isFinite)).toBe(true)
      }
    }),
    { numRuns: 10_000, seed: 1 },
  )
})

it('what is written down is read back: 10,000 tables', () => {
  const quoted = fc.boolean()
  fc.assert(
    fc.property(
      table,
      separators,
      quoted,
      fc.constantFrom('\n', '\r\n'),
      (rows, sep, quote, eol) => {
        const cell = (value: number) => (quote ? `"${value}"` : String(value))
        const text = rows.map((row) => row.map(cell).join(sep)).join(eol)
        const parsed = parseCsv(text)
        expect(parsed.ok && parsed.rows.map((row) => row.map(String))).toEqual(
          rows.map((row) => row.map((value) => String(value))),
        )
      },
    ),
    { numRuns: 10_000, seed: 1 },
  )
})
