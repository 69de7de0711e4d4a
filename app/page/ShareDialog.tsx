import { useWords } from '../text/useWords.ts'
import { CopyButton } from './CopyButton.tsx'
import { Dialog } from './Dialog.tsx'

interface ShareDialogProps {
  readonly link: string
  readonly embed: string
  /** Something the link could not hold. */
  readonly incomplete: boolean
  readonly onClose: () => void
}

export function ShareDialog({ link, embed, incomplete, onClose }: ShareDialogProps) {
  const words = useWords()
  return (
    <Dialog title={words.shareTitle} onClose={onClose}>
      {incomplete && <p className="notice-inline">{words.tooLong}</p>}
      <label className="share-field">
        <span>{words.shareLink}</span>
        <textarea
          readOnly
          rows={4}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div className="dialog-actions">
        <CopyButton text={() => link} label={words.copy} visible />
      </div>
      <label className="share-field">
        <span>{words.shareEmbed}</span>
        <textarea
          readOnly
          rows={7}
          value={embed}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div className="dialog-actions">
        <CopyButton text={() => embed} label={words.copy} visible />
      </div>
    </Dialog>
  )
}
