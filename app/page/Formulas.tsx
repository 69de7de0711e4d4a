import { memo } from 'react'
import { Equation, FormulaLine } from '../formula/FormulaLine.tsx'
import { shownResult, shownSlot } from '../formula/shownTexts.ts'
import type { Formula, Numbers } from '../../src/exhibit/exhibit.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { filled } from '../../src/exhibit/filled.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { formulaPhase } from './formulaPhase.ts'
import { sameFigure } from './sameFigure.ts'
import type { Stage } from './stage.ts'

const none: Numbers = {}

type ShownFormula = Formula<Frame, SettingsOf<Schema>>

export function shownFormulas(stage: Stage): readonly ShownFormula[] {
  return stage.exhibit.formulas.filter(
    (formula) => formula.when?.(stage.settings, stage.frame) ?? true,
  )
}

function numbersOf(stage: Stage, formula: ShownFormula): Numbers {
  return stage.frame ? formula.numbers(stage.frame, stage.focus, stage.settings) : none
}

interface FormulasProps {
  readonly stage: Stage
}

/** The same figure, and Play at the same place among the equations. */
function sameFormulas(a: FormulasProps, b: FormulasProps): boolean {
  return (
    sameFigure(a, b) &&
    (a.stage.stage === b.stage.stage ||
      shownFormulas(b.stage).every(
        (formula) => formulaPhase(formula, a.stage) === formulaPhase(formula, b.stage),
      ))
  )
}

/** The equations beside the picture, each with its numbers substituted and its value. */
export const Formulas = memo(function Formulas({ stage }: FormulasProps) {
  return (
    <div className="formulas">
      {shownFormulas(stage).map((formula) => (
        <FormulaLine
          key={formula.id}
          formula={formula}
          phase={formulaPhase(formula, stage)}
          numbers={numbersOf(stage, formula)}
          note={
            formula.note === undefined ? undefined : filled(stage.text.notes[formula.note] ?? '')
          }
        />
      ))}
    </div>
  )
}, sameFormulas)

const stripDigits = 2

/** The same in one line, for an embed. */
export const FormulaStrip = memo(function FormulaStrip({ stage }: FormulasProps) {
  return (
    <div className="strip">
      {shownFormulas(stage)
        .filter((formula) => formula.strip)
        .map((formula) => {
          const numbers = numbersOf(stage, formula)
          const { result, whole = [] } = formula
          const shown = (name: string): string => shownSlot(numbers, name, whole, stripDigits)
          return (
            <span key={formula.id} className="strip-item" data-phase={formulaPhase(formula, stage)}>
              <Equation
                set={typeof formula.strip === 'object' ? formula.strip : formula.tex}
                shown={shown}
              />
              {result && (
                <span
                  className={`result${result.symbol ? ` sym-${result.symbol}` : ''}`}
                  data-symbol={result.symbol}
                >
                  {shownResult(formula, numbers, stripDigits)}
                </span>
              )}
            </span>
          )
        })}
    </div>
  )
}, sameFormulas)
