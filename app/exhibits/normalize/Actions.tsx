import { useState } from 'react'
import { useWords } from '../../text/useWords.ts'
import { filled } from '../../../src/exhibit/filled.ts'
import { formatCount } from '../../../src/exhibit/formatNumber.ts'
import type { ActionsProps } from '../contract.ts'
import type { OwnNumbersDialog } from './OwnNumbersDialog.tsx'
import { withoutSample, withSample } from './sampleEdits.ts'
import { mostSamples, type schema } from './settings.ts'
import type { NormalizeFrame } from './simulation.ts'
import type { Text } from './text/en.ts'

type Props = ActionsProps<typeof schema, NormalizeFrame, Text>

type OwnNumbers = typeof OwnNumbersDialog

/** What a hand does on the picture, as buttons; and the way in for the reader's own numbers. */
export function Actions(props: Props) {
  const { text, set, settings } = props
  const words = useWords()
  const [Dialog, setDialog] = useState<OwnNumbers | 'missing' | undefined>()
  // Few readers bring numbers of their own: the dialog comes when it is asked for.
  const open = (): void =>
    void import('./OwnNumbersDialog.tsx').then(
      (loaded) => setDialog(() => loaded.OwnNumbersDialog),
      () => setDialog('missing'),
    )
  return (
    <div className="dialog-actions">
      {settings.view !== 'million' && <SampleButtons {...props} />}
      <button type="button" className="button" onClick={open}>
        {text.actions.own}
      </button>
      {Dialog === 'missing' ? (
        <p role="alert">{words.exhibitMissing}</p>
      ) : Dialog ? (
        <Dialog
          text={text}
          rows={settings.rows}
          onUse={(patch) => set(settings.view === 'million' ? { ...patch, view: 'rails' } : patch)}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  )
}

function SampleButtons({ settings, frame, focus, text, set }: Props) {
  if (frame.kind !== 'batch') return null
  const { edits, added, removed } = settings
  const pointed = Math.min(focus.sample, frame.samples - 1)
  // A spread above the mean: far enough from the middle to be seen to matter.
  const spread = frame.sigma > 0 ? frame.sigma : 1
  const place = frame.mu + spread
  // Six digits of the spread, however far from 0 the batch lies.
  const before = Math.max(0, Math.floor(Math.log10(Math.abs(place) / spread)))
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={frame.samples >= mostSamples}
        onClick={() =>
          set(withSample(settings, frame, Number(place.toPrecision(Math.min(17, 6 + before)))))
        }
      >
        {text.actions.add}
      </button>
      <button
        type="button"
        className="button"
        disabled={frame.samples < 2}
        onClick={() => set(withoutSample(settings, frame, pointed))}
      >
        {filled(text.actions.remove, { i: formatCount(pointed + 1) })}
      </button>
      {edits.length + added.length + removed.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => set({ edits: [], added: [], removed: [] })}
        >
          {text.actions.restore}
        </button>
      )}
    </>
  )
}
