import { useEffect, useRef, useState } from 'react'

const restMs = 250

/** Calls `settle` once the value has rested for a while and no pointer is down: the end of a gesture. */
export function useSettling(
  value: unknown,
  gestureActive: () => boolean,
  settle: () => void,
): void {
  useEffect(() => {
    let timer = setTimeout(function rested() {
      if (gestureActive()) timer = setTimeout(rested, restMs)
      else settle()
    }, restMs)
    return () => clearTimeout(timer)
  }, [value, gestureActive, settle])
}

const speakMs = 700

/** The sentence for the live region: it follows the figure, 700 ms after the last change, and says nothing at first. */
export function useAnnounced(sentence: string): string {
  const [spoken, setSpoken] = useState('')
  const heard = useRef('')
  useEffect(() => {
    if (heard.current === '') heard.current = sentence
    if (sentence === heard.current) return undefined
    const timer = setTimeout(() => {
      heard.current = sentence
      setSpoken(sentence)
    }, speakMs)
    return () => clearTimeout(timer)
  }, [sentence])
  return spoken
}
