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

  /** The browser's own way of closing gives the focus back to what had it. */
  function close(): void {
    dialog.current?.close?.()
    onClose()
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={(event) => {
        // In React the close of a dialog within this one rises to it.
        if (event.target === event.currentTarget) onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <h3 id={titleId}>{title}</h3>
          <button type="button" className="button" onClick={close}>
            {words.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
