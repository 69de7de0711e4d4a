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
  // Asking for a colour makes the browser style the page: once per theme, not once per picture.
  const ink = useRef<Ink | undefined>(undefined)
  const paint = () => {
    if (canvas.current)
      paintDensity(
        canvas.current,
        (ink.current ??= inkOf(canvas.current)),
        counts,
        rows,
        columns,
        most,
      )
  }
  const latest = useRef(paint)
  useEffect(() => {
    latest.current = paint
  })
  useEffect(paint, [counts, rows, columns, most])
  useEffect(() => {
    const root = canvas.current?.ownerDocument.documentElement
    if (!root) return
    const theme = new MutationObserver(() => {
      ink.current = undefined
      latest.current()
    })
    theme.observe(root, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
    return () => theme.disconnect()
  }, [])
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

type Ink = readonly [red: number, green: number, blue: number]

/** The colour that CSS gives the element, whichever theme is on. */
function inkOf(element: Element): Ink {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).color ?? ''
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

/** Opacity by the share of full strength: weak ones are lifted, and no power is taken per pixel. */
const strengths = Uint8Array.from({ length: 2048 }, (_, i) => Math.round(225 * (i / 2047) ** 0.7))

function paintDensity(
  canvas: HTMLCanvasElement,
  [r, g, b]: Ink,
  counts: ArrayLike<number>,
  rows: number,
  columns: number,
  most: number,
) {
  const context = canvas.getContext('2d')
  if (!context || rows * columns === 0) return
  const image = context.createImageData(columns, rows)
  const packed = new Uint32Array(image.data.buffer)
  const colour = (b << 16) | (g << 8) | r
  const perCount = (strengths.length - 1) / most
  for (let row = 0; row < rows; row++) {
    const target = (rows - 1 - row) * columns
    const source = row * columns
    for (let column = 0; column < columns; column++) {
      const level = Math.min(strengths.length - 1, Math.round(counts[source + column]! * perCount))
      packed[target + column] = colour | (strengths[level]! << 24)
    }
  }
  context.putImageData(image, 0, 0)
}
