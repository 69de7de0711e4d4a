import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../text/useWords.ts'
import { sheetPlace } from './sheetPlace.ts'

interface DialogProps {
  readonly title: string
  /** Leaves the picture in sight and in use, where there is room for both. */
  readonly sheet?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A native dialog. A modal one has its focus, Escape and the inert page behind it from the browser; a sheet stands
 * beside or below the picture, which is used meanwhile.
 */
export function Dialog({ title, sheet = false, onClose, children }: DialogProps) {
  const words = useWords()
  // Beside the picture it is a part of the page, under the title of that.
  const Heading = sheet ? 'h2' : 'h3'
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    if (!element.open) open(element, sheet)
    if (!sheet) return undefined
    const view = element.ownerDocument.defaultView
    const follow = (): void => followRoom(element)
    view?.addEventListener('resize', follow)
    return () => view?.removeEventListener('resize', follow)
  }, [sheet])

  /** The browser's own way of closing gives the focus back to what had it. */
  function close(): void {
    dialog.current?.close?.()
    onClose()
  }

  function escape(event: KeyboardEvent<HTMLDialogElement>): void {
    const { currentTarget, target, key } = event
    // A dialog within this one rises to it, and its Escape is its own.
    const own = target instanceof Element && target.closest('dialog') === currentTarget
    if (key === 'Escape' && own && isSheet(currentTarget) && !event.defaultPrevented) close()
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onKeyDown={escape}
      onClose={(event) => {
        const { target, currentTarget } = event
        // A sheet that has found another place is open again.
        const isOpenAgain = sheet && currentTarget.open
        // In React the close of a dialog within this one rises to it.
        if (target === currentTarget && !isOpenAgain) onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && !isSheet(event.currentTarget)) close()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <Heading id={titleId}>{title}</Heading>
          <button type="button" className="button" onClick={close}>
            {words.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

function open(dialog: HTMLDialogElement, sheet: boolean): void {
  const place = sheet ? roomFor(dialog) : undefined
  if (place === undefined) {
    delete dialog.dataset['place']
    dialog.showModal?.()
  } else {
    dialog.dataset['place'] = place
    dialog.show()
  }
}

/** A frame that has been turned or resized has another place for the sheet, or none. */
function followRoom(dialog: HTMLDialogElement): void {
  const { ownerDocument, dataset } = dialog
  const place = roomFor(dialog)
  if (place === dataset['place']) return
  if (place !== undefined && isSheet(dialog)) {
    dataset['place'] = place
    return
  }
  // Opened anew it would lie over a dialog that was opened upon it.
  if (ownerDocument.querySelectorAll('dialog[open]').length > 1) return
  const focused = ownerDocument.activeElement
  dialog.close()
  open(dialog, true)
  if (focused instanceof HTMLElement && dialog.contains(focused)) focused.focus()
}

function roomFor({ ownerDocument }: HTMLDialogElement): ReturnType<typeof sheetPlace> {
  const { body, defaultView, documentElement } = ownerDocument
  const zoom = Number.parseFloat(defaultView?.getComputedStyle(body).zoom ?? '')
  return sheetPlace(documentElement, zoom || 1)
}

function isSheet(dialog: HTMLDialogElement): boolean {
  return dialog.dataset['place'] !== undefined
}
