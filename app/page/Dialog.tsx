import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '../text/useWords.ts'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A native modal dialog: focus, Escape and the inert page behind it are the browser's work. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const words = useWords()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal?.()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <h3 id={titleId}>{title}</h3>
          <button type="button" className="button" onClick={onClose}>
            {words.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
