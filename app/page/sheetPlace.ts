interface Room {
  readonly clientWidth: number
  readonly clientHeight: number
}

/** Where a sheet leaves a picture of a good size beside it; nowhere in a small frame. */
export function sheetPlace({ clientWidth, clientHeight }: Room): 'beside' | 'below' | undefined {
  if (clientWidth >= 600) return 'beside'
  return clientHeight >= 520 ? 'below' : undefined
}
