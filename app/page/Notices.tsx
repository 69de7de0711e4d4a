import { useState } from 'react'
import { useWords } from '../text/useWords.ts'

/** Small sentences about what in the address could not be used; each can be put away. */
export function Notices({ sentences }: { readonly sentences: readonly string[] }) {
  const words = useWords()
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const shown = sentences.filter((sentence) => !dismissed.includes(sentence))
  if (shown.length === 0) return null
  return (
    <div className="notices" role="status">
      {shown.map((sentence) => (
        <p key={sentence} className="notice">
          <span>{sentence}</span>
          <button
            type="button"
            className="link-button"
            onClick={() => setDismissed([...dismissed, sentence])}
          >
            {words.dismiss}
          </button>
        </p>
      ))}
    </div>
  )
}
