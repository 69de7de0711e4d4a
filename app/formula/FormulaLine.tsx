import { memo, useLayoutEffect, useRef } from 'react'
import type { Formula, Numbers, SetFormula } from '../../src/exhibit/exhibit.ts'
import { formatNumber, noNumber } from '../../src/exhibit/formatNumber.ts'
import { shownDigits } from '../../src/exhibit/shownDigits.ts'
import type { Frame } from '../../src/simulation/frame.ts'

export interface FormulaLineProps {
  readonly formula: Pick<Formula<Frame>, 'tex' | 'worked' | 'result' | 'byHand' | 'whole'>
  readonly numbers: Numbers
  readonly note?: string | undefined
}

/** One equation, its numbers substituted, and its value: set at build time, live numbers patched in. */
export function FormulaLine({ formula, numbers, note }: FormulaLineProps) {
  const { tex, worked, result, byHand, whole = [] } = formula
  const digits =
    result && byHand ? shownDigits(numbers, result.name, byHand, { whole }) : defaultDigits
  const shown = (name: string): number =>
    whole.includes(name) ? 0 : name === result?.name ? digits.result : digits.operands
  return (
    <div className="formula-line">
      <div className="formula-main">
        <Equation set={tex} numbers={numbers} digits={shown} />
        {result && (
          <span
            className={`result${result.symbol ? ` sym-${result.symbol}` : ''}`}
            data-symbol={result.symbol}
          >
            {formatNumber(numbers[result.name] ?? Number.NaN, shown(result.name))}
          </span>
        )}
      </div>
      {worked && (
        <div className="worked">
          <Equation set={worked} numbers={numbers} digits={shown} />
        </div>
      )}
      {note !== undefined && <p className="formula-note">{note}</p>}
    </div>
  )
}

const defaultDigits = { operands: 3, result: 3 }

interface EquationProps {
  readonly set: SetFormula
  readonly numbers: Numbers
  readonly digits: (name: string) => number
}

/** The picture of an equation for the eye, and its MathML for assistive technology; the same numbers in both. */
export function Equation({ set, numbers, digits }: EquationProps) {
  const root = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    for (const slot of root.current?.querySelectorAll<HTMLElement>('[data-slot]') ?? []) {
      const name = slot.dataset['slot'] ?? ''
      const text = formatNumber(numbers[name] ?? Number.NaN, digits(name))
      const inParentheses = slot.dataset['operand'] !== undefined && text.startsWith('−')
      const wanted = inParentheses ? `(${text})` : text
      if (slot.textContent !== wanted) slot.textContent = wanted
    }
  })
  return (
    <span className="equation" ref={root}>
      <StaticEquation html={set.html} mathml={set.mathml} />
    </span>
  )
}

/** The markup comes from the build and never changes, so React must not touch what the slots hold. */
const StaticEquation = memo(function StaticEquation({
  html,
  mathml,
}: {
  readonly html: string
  readonly mathml: string
}) {
  return (
    <>
      <span className="visually-hidden" dangerouslySetInnerHTML={{ __html: mathml || noNumber }} />
      <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: html }} />
    </>
  )
})
