import { useState } from 'react'
import { useWords } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'

interface CopyButtonProps {
  readonly text: () => string
  readonly label: string
  /** The text stands on the screen anyway. */
  readonly visible?: boolean
}

/** Copies a text and says whether that worked: in a sandboxed frame it may not, and then the text is there to select. */
export function CopyButton({ text, label, visible = false }: CopyButtonProps) {
  const words = useWords()
  const { copy } = useEnvironment()
  const [result, setResult] = useState<'copied' | 'refused' | undefined>()
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => void copy(text()).then((worked) => setResult(worked ? 'copied' : 'refused'))}
      >
        {label}
      </button>
      <span role="status" className="copy-result">
        {result === 'copied' ? words.copied : result === 'refused' ? words.copyByHand : ''}
      </span>
      {result === 'refused' && !visible && (
        <textarea
          readOnly
          rows={4}
          aria-label={label}
          value={text()}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  )
}
