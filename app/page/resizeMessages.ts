/** The height an embed would like at a width: a picture in good proportion, the strip and the controls under it. */
export function wantedHeight(width: number): number {
  const picture = Math.round(Math.min(480, Math.max(300, width * 0.5)))
  return picture + headerHeight + stripHeight + controlsHeight
}

const headerHeight = 44
const stripHeight = 44
const controlsHeight = 76

/** The two forms of resize message that hosts already understand: LTI's, and the plain one. */
export function resizeMessages(
  height: number,
): readonly Readonly<Record<string, string | number>>[] {
  return [{ subject: 'lti.frameResize', height }, { height }]
}
