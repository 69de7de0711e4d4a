import { useEffect, useId, useRef, useState, type DragEvent } from 'react'
import { mostCsvBytes } from '../../../src/data/csvLimits.ts'
import type { Rows } from '../../../src/settings/field.ts'
import './ownNumbers.css'
import { ownNumbers, ownPatch } from './ownNumbers.ts'
import type { NormalizeSettings } from './settings.ts'
import type { Text } from './text/en.ts'

interface OwnNumbersDialogProps {
  readonly text: Text
  /** The numbers in use, to go on from. */
  readonly rows: Rows
  readonly onUse: (patch: Partial<NormalizeSettings>) => void
  readonly onClose: () => void
}

/** More would make typing slow; such a table came from a file and is changed there. */
const mostShownRows = 2000

/** Pasted, typed, opened or dropped numbers. A fault is named and nothing changes; success closes. */
export function OwnNumbersDialog({ text, rows, onUse, onClose }: OwnNumbersDialogProps) {
  const { own } = text
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [source, setSource] = useState(() =>
    rows.length <= mostShownRows ? rows.map((row) => row.join(', ')).join('\n') : '',
  )
  const [fault, setFault] = useState<string | undefined>()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal?.()
  }, [])

  /** Closing gives the focus back; the event of it takes the dialog away. */
  function close(): void {
    const element = dialog.current
    if (element?.close) element.close()
    else onClose()
  }

  function take(from: string): void {
    const result = ownNumbers(from, text)
    if (!result.ok) {
      setFault(result.sentence)
      return
    }
    onUse(ownPatch(result.rows))
    close()
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return
    if (file.size > mostCsvBytes) {
      setFault(own.errors.tooLarge)
      return
    }
    try {
      const read = await file.text()
      setSource(read)
      take(read)
    } catch {
      setFault(own.unreadable)
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const { files } = event.dataTransfer
    if (files.length > 0) void open(files[0])
    else setSource(event.dataTransfer.getData('text/plain'))
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <h3 id={`${id}-title`}>{own.title}</h3>
          <button type="button" className="button" onClick={close}>
            {own.close}
          </button>
        </header>
        <p id={`${id}-explain`}>{over ? own.drop : own.explain}</p>
        <label htmlFor={`${id}-source`}>{own.paste}</label>
        <textarea
          id={`${id}-source`}
          rows={8}
          value={source}
          placeholder={own.placeholder}
          spellCheck={false}
          aria-describedby={`${id}-explain ${id}-fault`}
          aria-invalid={fault !== undefined}
          onChange={(event) => {
            setSource(event.currentTarget.value)
            setFault(undefined)
          }}
        />
        <p id={`${id}-fault`} role="alert" className="fault">
          {fault}
        </p>
        <div className="dialog-actions">
          <button type="button" className="button primary" onClick={() => take(source)}>
            {own.use}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setSource(own.placeholder)
              setFault(undefined)
            }}
          >
            {own.example}
          </button>
          <label className="button file-choice">
            {own.file}
            <input
              type="file"
              className="visually-hidden"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={(event) => {
                void open(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
          </label>
        </div>
      </div>
    </dialog>
  )
}
