import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Size } from '../exhibits/contract.ts'

interface MeasuredProps {
  readonly className: string
  readonly children: (size: Size) => ReactNode
}

/** A box that tells its children how large it is, in CSS pixels: what is drawn in it never decides its size. */
export function Measured({ className, children }: MeasuredProps) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size | undefined>()
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = (): void => {
      const width = Math.floor(element.clientWidth)
      const height = Math.floor(element.clientHeight)
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={className}>
      {size && size.width > 0 && size.height > 0 && children(size)}
    </div>
  )
}
