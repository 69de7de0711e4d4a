import { useEffect, useRef } from 'react'
import type { SymbolName } from '../../src/settings/field.ts'

interface DensityImageProps {
  /** Counts, [rows, columns], row-major; the first row is drawn at the bottom. */
  readonly counts: ArrayLike<number>
  readonly rows: number
  readonly columns: number
  /** The count drawn at full strength. */
  readonly most: number
  readonly symbol: SymbolName
  /** Place in the layers, in CSS pixels. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Many numbers as density: the symbol over the ground, one canvas pixel per cell, stretched by the browser.
 * A canvas lies beside its svg in `<div className="plot-layers">`, not in it.
 */
export function DensityImage(props: DensityImageProps) {
  const { counts, rows, columns, most, symbol, x, y, width, height } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const paint = () => paintDensity(element, counts, rows, columns, most)
    paint()
    const theme = new MutationObserver(paint)
    const root = element.ownerDocument.documentElement
    theme.observe(root, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
    return () => theme.disconnect()
  }, [counts, rows, columns, most, symbol])
  return (
    <canvas
      ref={canvas}
      className={`density sym-${symbol}`}
      aria-hidden="true"
      width={columns}
      height={rows}
      style={{ left: x, top: y, width, height }}
    />
  )
}

/** The colour that CSS gives the element, whichever theme is on. */
function inkOf(element: Element): readonly [number, number, number] {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).color ?? ''
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

function paintDensity(
  canvas: HTMLCanvasElement,
  counts: ArrayLike<number>,
  rows: number,
  columns: number,
  most: number,
) {
  const context = canvas.getContext('2d')
  if (!context || rows * columns === 0) return
  const image = context.createImageData(columns, rows)
  const [r, g, b] = inkOf(canvas)
  const packed = new Uint32Array(image.data.buffer)
  const colour = (b << 16) | (g << 8) | r
  for (let row = 0; row < rows; row++) {
    const target = (rows - 1 - row) * columns
    const source = row * columns
    for (let column = 0; column < columns; column++) {
      const share = Math.min(1, counts[source + column]! / most)
      packed[target + column] = colour | (Math.round(225 * share ** 0.7) << 24)
    }
  }
  context.putImageData(image, 0, 0)
}
