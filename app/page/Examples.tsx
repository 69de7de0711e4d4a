import { filled } from '../../src/exhibit/filled.ts'
import { useReducedMotion } from '../plot/motion.ts'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { Stage } from './stage.ts'
import { usePreset } from './usePreset.ts'

/** Named states of the exhibit, to look at and to come back from, and what to notice in the one that is shown. */
export function Examples({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  const shown = usePreset(stage)
  const reduced = useReducedMotion()
  const { presets, presetNotes = {} } = stage.text
  const names = Object.keys(stage.exhibit.presets)
  if (names.length === 0) return null
  const note = shown === undefined ? undefined : presetNotes[shown]
  return (
    <section className="examples">
      <h3>{words.examples}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="link-button"
              aria-label={filled(presets[name] ?? name)}
              aria-current={name === shown ? 'true' : undefined}
              onClick={(event) => {
                stage.choosePreset(name)
                showFigure(event.currentTarget, reduced)
              }}
            >
              <Prose text={presets[name] ?? name} />
            </button>
          </li>
        ))}
      </ul>
      {note !== undefined && (
        <p className="example-note">
          <Prose text={note} />
        </p>
      )}
    </section>
  )
}

/** Who chooses an example wants to see it: the page goes to the picture where most of it is out of sight. */
function showFigure(chosen: Element, reduced: boolean): void {
  const figure = chosen.closest('.exhibit')?.querySelector('.stage .figure')
  if (!figure) return
  const { top, bottom, height } = figure.getBoundingClientRect()
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0)
  if (seen < height / 2)
    figure.scrollIntoView({ block: 'nearest', behavior: reduced ? 'auto' : 'smooth' })
}
