import { useEffect, useRef, useState, type RefObject } from 'react'

/** Whether an element is on the screen or near it; yes until the browser says otherwise. */
export function useOnScreen<E extends HTMLElement>(): readonly [RefObject<E | null>, boolean] {
  const element = useRef<E>(null)
  const [onScreen, setOnScreen] = useState(true)
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return undefined
    const observer = new IntersectionObserver((entries) => {
      setOnScreen(entries.at(-1)?.isIntersecting ?? true)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, onScreen]
}
