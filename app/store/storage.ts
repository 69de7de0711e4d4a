/** Keeps small texts between visits where the browser allows it, and in memory where it does not. */
export interface Storage {
  readonly read: (key: string) => string | undefined
  readonly write: (key: string, value: string) => void
}

/** `open` may throw: in a sandboxed frame the mere mention of storage does. */
export function createStorage(
  open: () => { getItem(key: string): string | null; setItem(key: string, value: string): void },
): Storage {
  const memory = new Map<string, string>()
  return {
    read: (key) => {
      try {
        return open().getItem(key) ?? memory.get(key)
      } catch {
        return memory.get(key)
      }
    },
    write: (key, value) => {
      memory.set(key, value)
      try {
        open().setItem(key, value)
      } catch {
        // Nothing needs storage: the choice lasts as long as the page.
      }
    },
  }
}
