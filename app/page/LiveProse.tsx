import { Prose } from '../text/Prose.tsx'
import { useWords } from '../text/useWords.ts'
import type { Stage } from './stage.ts'
import { ScrubNumber } from './ScrubNumber.tsx'

/** The prose of an exhibit, with the numbers of the frame in it; a number that is a setting can be dragged there. */
export function LiveProse({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  const { exhibit, text, frame, focus, settings, set } = stage
  const values = frame ? exhibit.values(frame, focus, settings) : {}
  return (
    <>
      {text.prose.map((paragraph, i) => (
        <p key={i}>
          <Prose
            text={frame ? paragraph : withoutValues(paragraph)}
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
                  field={field}
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
        <b>{words.takeaway}</b> <Prose text={text.takeaway} values={values} />
      </p>
    </>
  )
}

/** Before the first frame a sentence keeps its length, with dashes in the place of numbers. */
function withoutValues(paragraph: string): string {
  return paragraph.replace(/\{\w+\}/g, '–')
}
