interface Room {
  readonly clientWidth: number
  readonly clientHeight: number
}

const sheetWidth = 324
const narrowestPicture = 300

/**
 * Where a sheet leaves a picture of a good size beside it; nowhere in a small frame. The zoom of the page (larger
 * text, the projector) makes the frame smaller for both.
 */
export function sheetPlace(
  { clientWidth, clientHeight }: Room,
  zoom: number,
): 'beside' | 'below' | undefined {
  const width = clientWidth / zoom
  if (width >= sheetWidth + narrowestPicture) return 'beside'
  return width >= narrowestPicture && clientHeight / zoom >= 520 ? 'below' : undefined
}
