/** Keeps the section of the hash in place while what stands above it arrives, until the reader moves. */
export function holdAtHash(): void {
  scrollToHash()
  const hold = new ResizeObserver(scrollToHash)
  hold.observe(document.body)
  const release = (): void => hold.disconnect()
  for (const kind of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(kind, release, { once: true, passive: true, capture: true })
  setTimeout(release, 10_000)
}

function scrollToHash(): void {
  document.getElementById(decodedHash())?.scrollIntoView()
}

/** The name that the hash gives to a section; empty where it is none. */
export function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}
