import { memo, useLayoutEffect, useRef } from 'react'
import type { Formula, Numbers, SetFormula } from '../../src/exhibit/exhibit.ts'
import { noNumber } from '../../src/exhibit/formatNumber.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { shownTexts } from './shownTexts.ts'

export interface FormulaLineProps {
  readonly formula: Pick<
    Formula<Frame>,
    'tex' | 'worked' | 'result' | 'byHand' | 'whole' | 'digits'
  >
  readonly numbers: Numbers
  readonly note?: string | undefined
  /** How far Play has come with it: see app/page/formulaPhase.ts; it decides the look alone. */
  readonly phase?: string | undefined
}

/** One equation, its numbers substituted, and its value: set at build time, live numbers patched in. */
export function FormulaLine({ formula, numbers, note, phase }: FormulaLineProps) {
  const { tex, worked, result } = formula
  const shown = shownTexts(formula, numbers)
  return (
    <div className="formula-line" data-phase={phase}>
      <div className="formula-main">
        <Equation set={tex} shown={shown} />
        {result && (
          <span
            className={`result${result.symbol ? ` sym-${result.symbol}` : ''}`}
            data-symbol={result.symbol}
          >
            {shown(result.name)}
          </span>
        )}
      </div>
      {worked && (
        <div className="worked">
          <Equation set={worked} shown={shown} />
        </div>
      )}
      {note !== undefined && <p className="formula-note">{note}</p>}
    </div>
  )
}

interface EquationProps {
  readonly set: SetFormula
  /** The text of each live number. */
  readonly shown: (slot: string) => string
}

/** The picture of an equation for the eye, and its MathML for assistive technology; the same numbers in both. */
export function Equation({ set, shown }: EquationProps) {
  const root = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    for (const slot of root.current?.querySelectorAll('[data-slot]') ?? []) {
      const text = shown(slot.getAttribute('data-slot') ?? '')
      const inParentheses = slot.hasAttribute('data-operand') && text.startsWith('−')
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
