/** A frame that a key has asked for comes a moment after the key is let go. */
const afterKeyMs = 150

/** Watches the page. @returns whether a pointer is down, or a key that moves a slider: a gesture is under way */
export function watchGestures(): () => boolean {
  const pointers = new Set<number>()
  let keyUntil = 0
  addEventListener('pointerdown', (event) => pointers.add(event.pointerId), true)
  for (const end of ['pointerup', 'pointercancel'] as const) {
    addEventListener(end, (event) => pointers.delete(event.pointerId), true)
  }
  // A pointer that is let go over a menu of the browser says so only when it comes back.
  addEventListener('pointermove', (event) => event.buttons === 0 && pointers.clear(), true)
  addEventListener(
    'keydown',
    ({ key, target }) => {
      if (moving.test(key) && target instanceof Element && target.matches(sliders))
        keyUntil = Infinity
    },
    true,
  )
  addEventListener(
    'keyup',
    () => {
      if (keyUntil === Infinity) keyUntil = performance.now() + afterKeyMs
    },
    true,
  )
  addEventListener('blur', () => {
    pointers.clear()
    keyUntil = 0
  })
  return () => pointers.size > 0 || performance.now() < keyUntil
}

const moving = /^(Arrow|Page|Home$|End$)/
const sliders = 'input[type=range], [role=slider]'
