import { Equation, FormulaLine } from '../formula/FormulaLine.tsx'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import type { Formula, Numbers } from '../../src/exhibit/exhibit.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { filled } from '../../src/exhibit/filled.ts'
import type { Stage } from './stage.ts'

const none: Numbers = {}

function shownFormulas(stage: Stage): readonly Formula<Frame, never>[] {
  return (stage.exhibit.formulas as readonly Formula<Frame, never>[]).filter(
    (formula) => formula.when?.(stage.settings as never) ?? true,
  )
}

function numbersOf(stage: Stage, formula: Formula<Frame, never>): Numbers {
  return stage.frame ? formula.numbers(stage.frame, stage.focus, stage.settings as never) : none
}

/** The equations beside the picture, each with its numbers substituted and its value. */
export function Formulas({ stage }: { readonly stage: Stage }) {
  return (
    <div className="formulas">
      {shownFormulas(stage).map((formula) => (
        <FormulaLine
          key={formula.id}
          formula={formula}
          numbers={numbersOf(stage, formula)}
          note={
            formula.note === undefined ? undefined : filled(stage.text.notes[formula.note] ?? '')
          }
        />
      ))}
    </div>
  )
}

/** The same in one line, for an embed. */
export function FormulaStrip({ stage }: { readonly stage: Stage }) {
  return (
    <div className="strip">
      {shownFormulas(stage)
        .filter((formula) => formula.strip)
        .map((formula) => {
          const numbers = numbersOf(stage, formula)
          const { result, whole = [] } = formula
          return (
            <span key={formula.id} className="strip-item">
              <Equation
                set={typeof formula.strip === 'object' ? formula.strip : formula.tex}
                numbers={numbers}
                digits={(name) => (whole.includes(name) ? 0 : 2)}
              />
              {result && (
                <span
                  className={`result${result.symbol ? ` sym-${result.symbol}` : ''}`}
                  data-symbol={result.symbol}
                >
                  {formatNumber(
                    numbers[result.name] ?? Number.NaN,
                    whole.includes(result.name) ? 0 : 2,
                  )}
                </span>
              )}
            </span>
          )
        })}
    </div>
  )
}
