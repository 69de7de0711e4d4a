import { useState } from 'react'
import { useWords } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'

/** Copies a text and says whether that worked: in a sandboxed frame it may not. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: () => string
  readonly label: string
}) {
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
    </>
  )
}
