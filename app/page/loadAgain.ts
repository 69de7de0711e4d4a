import type { Lab } from './lab.ts'

/**
 * Loads an exhibit that did not arrive. A browser may keep the failure of a module for as long as the page lives:
 * where trying once more does not help, the page starts again, in the state that its address says.
 */
export async function loadAgain(
  lab: Lab,
  id: string,
  startAgain: () => Promise<void>,
): Promise<void> {
  await lab.load(id)
  if (lab.state.getState().missing.has(id)) await startAgain()
}

/** The same for a picture that failed: a part of it that it loads by itself may be what is missing. */
export async function drawAgain(
  preload: (() => Promise<unknown>) | undefined,
  draw: () => void,
  startAgain: () => Promise<void>,
): Promise<void> {
  try {
    await preload?.()
  } catch {
    await startAgain()
    return
  }
  draw()
}
