import type { KeyboardEvent } from 'react'
import type { ExhibitStore } from '../store/exhibitStore.ts'

/** Undo and redo by the keys of the system, for whatever part of an exhibit has the focus. */
export function undoKeys(store: ExhibitStore) {
  return (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isWritten(event.target)) return
    const { undo, redo } = store.getState()
    const key = event.key.toLowerCase()
    if (key === 'z') (event.shiftKey ? redo : undo)()
    else if (key === 'y') redo()
    else return
    event.preventDefault()
  }
}

const unwritten = new Set(['range', 'checkbox', 'radio', 'button'])

/** A text that is being written has its own undo. */
function isWritten(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return !unwritten.has(target.type)
  return target instanceof HTMLTextAreaElement
}
