import { useId, type ReactNode } from 'react'
import type { Size } from './size.ts'

interface PlotProps {
  /** Drawn in CSS pixels: the picture is exactly this large, never scaled. */
  readonly size: Size
  /** The accessible name: one sentence that says what is seen. */
  readonly label: string
  readonly description?: string
  /** Holds marks that can be moved: a group to assistive technology, an image otherwise. */
  readonly movable?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Plot({ size, label, description, movable, className, children }: PlotProps) {
  const id = useId()
  return (
    <svg
      className={className ? `plot ${className}` : 'plot'}
      width={size.width}
      height={size.height}
      role={movable ? 'group' : 'img'}
      aria-label={label}
      aria-describedby={description ? id : undefined}
    >
      {description && <desc id={id}>{description}</desc>}
      {children}
    </svg>
  )
}
