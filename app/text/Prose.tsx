import { Fragment, type ReactNode } from 'react'
import type { LiveValue } from '../../src/exhibit/exhibit.ts'
import { formatNumber } from '../../src/exhibit/formatNumber.ts'
import { isSymbol } from '../../src/exhibit/symbols.ts'
import { Glyph } from './Glyph.tsx'

interface ProseProps {
  readonly text: string
  readonly values?: Readonly<Record<string, LiveValue>>
  /** Draws a number that can be dragged; where it gives nothing, the number just stands there. */
  readonly handle?: (name: string, value: LiveValue, shown: string) => ReactNode | undefined
}

/** A root and what stands before it without a space: no line ends within. */
const root = /([^\s\p{Script=Han}，。：]*√\([^)]*\))/u
const token = /(\{:?\w+\}|\[[^\]]+\]\(\w+\))/

/**
 * Words with live numbers and symbols in them: `{mu}` is a value, `{:mu}` the symbol, `[mean](mu)` a word in the
 * colour of a symbol. Closing punctuation stays on the line of what it closes.
 */
export function Prose({ text, ...rest }: ProseProps) {
  return text.split(root).map((part, i) =>
    i % 2 === 1 ? (
      <span key={`${i}:${part}`} className="unbroken">
        <Runs text={part} {...rest} />
      </span>
    ) : (
      <Runs key={`${i}:${part}`} text={part} {...rest} />
    ),
  )
}

function Runs({ text, values = {}, handle }: ProseProps) {
  const parts = text.split(token)
  return (
    <>
      {parts.map((part, i) => {
        const drawn = drawnPart(part, values, handle)
        return <Fragment key={`${i}:${part}`}>{drawn ?? part}</Fragment>
      })}
    </>
  )
}

function drawnPart(
  part: string,
  values: Readonly<Record<string, LiveValue>>,
  handle: ProseProps['handle'],
): ReactNode | undefined {
  const symbol = /^\{:(\w+)\}$/.exec(part)?.[1]
  if (symbol !== undefined) return isSymbol(symbol) ? <Glyph name={symbol} /> : undefined
  const word = /^\[([^\]]+)\]\((\w+)\)$/.exec(part)
  if (word) {
    return (
      <b className={`sym-${word[2]}`} data-symbol={word[2]}>
        {word[1]}
      </b>
    )
  }
  const name = /^\{(\w+)\}$/.exec(part)?.[1]
  if (name === undefined || !Object.hasOwn(values, name)) return undefined
  const live = values[name]!
  const shown = shownValue(live)
  return handle?.(name, live, shown) ?? <LiveNumber live={live} shown={shown} />
}

export function shownValue(live: LiveValue): string {
  return typeof live.value === 'string' ? live.value : formatNumber(live.value, live.digits ?? 2)
}

function LiveNumber({ live, shown }: { readonly live: LiveValue; readonly shown: string }) {
  return (
    <span
      className={`live${live.symbol ? ` sym-${live.symbol}` : ''}`}
      {...(live.symbol ? { 'data-symbol': live.symbol } : {})}
    >
      {shown}
    </span>
  )
}
