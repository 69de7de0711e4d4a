import type { CSSProperties } from 'react'
import type { Mark } from '../../src/settings/field.ts'
import { shownNumber, trackOf, type RangeField } from './scale.ts'

interface MarksProps {
  readonly field: RangeField
  readonly marks: readonly Mark[]
  readonly disabled: boolean | undefined
  readonly onChange: (value: number) => void
}

/** Values worth knowing, under their places on the slider. */
export function Marks({ field, marks, disabled, onChange }: MarksProps) {
  return (
    <span className="marks">
      {marks.map(({ value, name }) => {
        const { min, max, position } = trackOf(field, value)
        const share = (position - min) / (max - min)
        return (
          <button
            key={value}
            type="button"
            className="mark"
            data-end={share > 0.96 ? '' : undefined}
            disabled={disabled}
            style={{ '--at': share } as CSSProperties}
            onClick={() => onChange(value)}
          >
            <b>{shownNumber(field, value)}</b>
            {name !== undefined && <span> {name}</span>}
          </button>
        )
      })}
    </span>
  )
}
