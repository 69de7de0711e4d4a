import { memo } from 'react'
import { placeholdersOf } from '../../src/exhibit/filled.ts'
import { limited, numberIn } from '../controls/Controls.tsx'
import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import { sameFigure } from './sameFigure.ts'
import { ScrubNumber } from './ScrubNumber.tsx'
import type { Stage } from './stage.ts'

/**
 * The prose of an exhibit, with the numbers of the frame in it; a number that is a setting can be dragged there.
 * A paragraph speaks of the state that has all its numbers: in another one it is not there.
 */
export const LiveProse = memo(function LiveProse({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  const { exhibit, text, frame, focus, settings, set } = stage
  const values = frame ? exhibit.values(frame, focus, settings) : {}
  const told = (words: string): boolean =>
    placeholdersOf(words).every((name) => Object.hasOwn(values, name))
  const prose = frame ? text.prose.filter(told) : text.prose.slice(0, 1).map(withoutValues)
  return (
    <>
      {prose.map((paragraph) => (
        <p key={paragraph}>
          <Prose
            text={paragraph}
            values={values}
            handle={(name, live, shown) => {
              const field = exhibit.schema[name]
              if (
                field?.kind !== 'number' &&
                field?.kind !== 'integer' &&
                field?.kind !== 'autoNumber'
              )
                return undefined
              if (typeof live.value !== 'number') return undefined
              return (
                <ScrubNumber
                  field={
                    field.kind === 'integer' ? limited(field, numberIn(frame, field.limit)) : field
                  }
                  live={live}
                  shown={shown}
                  label={text.labels[name] ?? name}
                  onChange={(value) => set({ [name]: value })}
                />
              )
            }}
          />
        </p>
      ))}
      <p className="takeaway">
        <b>{words.takeaway}</b>{' '}
        <Prose
          text={told(text.takeaway) ? text.takeaway : withoutValues(text.takeaway)}
          values={values}
        />
      </p>
    </>
  )
}, sameFigure)

/** Before the first frame a sentence keeps its length, with dashes in the place of numbers. */
function withoutValues(paragraph: string): string {
  return paragraph.replace(/\{\w+\}/g, '–')
}
