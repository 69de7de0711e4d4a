import { memo, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
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

/** A reader of the MathML hears numbers that stand, not the sixty a second of a drag: it is not laid out for each. */
const restMs = 200

/** The picture of an equation for the eye, and its MathML for assistive technology, which follows when it rests. */
export function Equation({ set, shown }: EquationProps) {
  const picture = useRef<HTMLSpanElement>(null)
  const spoken = useRef<HTMLSpanElement>(null)
  const drawnBefore = useRef(false)
  useLayoutEffect(() => {
    fillSlots(picture.current, shown)
  })
  useEffect(() => {
    if (!drawnBefore.current) {
      drawnBefore.current = true
      fillSlots(spoken.current, shown)
      return undefined
    }
    const timer = setTimeout(() => fillSlots(spoken.current, shown), restMs)
    return () => clearTimeout(timer)
  })
  return (
    <span className="equation">
      <StaticMarkup root={spoken} className="visually-hidden" markup={set.mathml || noNumber} />
      <StaticMarkup root={picture} hidden markup={set.html} />
    </span>
  )
}

function fillSlots(root: HTMLElement | null, shown: (slot: string) => string): void {
  for (const slot of root?.querySelectorAll('[data-slot]') ?? []) {
    const text = shown(slot.getAttribute('data-slot') ?? '')
    const inParentheses = slot.hasAttribute('data-operand') && text.startsWith('−')
    const wanted = inParentheses ? `(${text})` : text
    if (slot.textContent !== wanted) slot.textContent = wanted
  }
}

/** The markup comes from the build and never changes, so React must not touch what the slots hold. */
const StaticMarkup = memo(function StaticMarkup({
  root,
  markup,
  className,
  hidden,
}: {
  readonly root: RefObject<HTMLSpanElement | null>
  readonly markup: string
  readonly className?: string
  readonly hidden?: boolean
}) {
  return (
    <span
      ref={root}
      className={className}
      aria-hidden={hidden}
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  )
})
