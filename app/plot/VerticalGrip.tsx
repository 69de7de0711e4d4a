import type { KeyboardEvent } from 'react'
import type { SymbolName } from '../../src/settings/field.ts'
import { tenth, type Scale } from './scale.ts'
import { useHandle, type Handle } from './useHandle.ts'

interface VerticalGripProps {
  readonly x: number
  readonly y: Scale
  readonly handle: Handle
  /** Ink where it stands for no symbol of its own. */
  readonly symbol?: SymbolName
  /** A running statistic or a line is hollow, a sample is filled. */
  readonly filled?: boolean
  readonly radius?: number
}

/** A mark that a hand moves up and down on a vertical axis. */
export function VerticalGrip({ x, y, handle, symbol, filled, radius = 6 }: VerticalGripProps) {
  const slider = useHandle(handle, y, handle.value, 'y')
  const keyed = (event: KeyboardEvent<SVGElement>) => {
    const end = { Home: handle.min, End: handle.max }[event.key]
    if (end === undefined || event.ctrlKey || event.metaKey) return slider?.onKeyDown(event)
    event.preventDefault()
    handle.onMove(end)
  }
  const at = { cx: tenth(x), cy: tenth(y(handle.value)) }
  return (
    <g
      className={`target vertical${symbol ? ` sym-${symbol}` : ''}`}
      data-symbol={symbol}
      {...slider}
      onKeyDown={keyed}
    >
      <circle className="grip-halo" {...at} r={radius + 5} />
      <circle className={filled ? 'grip filled' : 'grip'} {...at} r={radius} />
      <circle className="hit-area" {...at} r={12} />
      <circle className="focus-ring" {...at} r={radius + 4.5} />
    </g>
  )
}
