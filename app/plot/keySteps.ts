interface Keys {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * How far a key moves a mark whose axis spans `span`: 1/50 of it, with Alt a tenth of that, with Shift (or a page
 * key) five times. Undefined for any other key.
 */
export function keyStep(event: Keys, span: number): number | undefined {
  const step = (span / 50) * (event.altKey ? 0.1 : 1) * (event.shiftKey ? 5 : 1)
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return step
    case 'ArrowLeft':
    case 'ArrowDown':
      return -step
    case 'PageUp':
      return (span / 50) * 5
    case 'PageDown':
      return (span / 50) * -5
    default:
      return undefined
  }
}
