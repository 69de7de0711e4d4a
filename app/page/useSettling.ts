import { useEffect, useRef, useState } from 'react'
import type { ExhibitStore } from '../store/exhibitStore.ts'

const restMs = 250

/** Settles the settings once they have rested for a while and no pointer is down: the end of a gesture. */
export function useSettling(store: ExhibitStore, gestureActive: () => boolean): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function rested(): void {
      if (gestureActive()) timer = setTimeout(rested, restMs)
      else store.getState().settle()
    }
    const leave = store.subscribe(({ settings }, before) => {
      if (settings === before.settings) return
      clearTimeout(timer)
      timer = setTimeout(rested, restMs)
    })
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [store, gestureActive])
}

const speakMs = 700

/** The sentence for the live region: it follows the figure, 700 ms after the last change, and says nothing at first. */
export function useAnnounced(sentence: string, note: string): string {
  const [spoken, setSpoken] = useState('')
  // What there is to notice follows the sentence; it is known later, and does not make the sentence wait.
  const latestNote = useRef(note)
  useEffect(() => {
    latestNote.current = note
  })
  const heard = useRef('')
  useEffect(() => {
    if (heard.current === '') heard.current = sentence
    if (sentence === heard.current) return undefined
    const timer = setTimeout(() => {
      heard.current = sentence
      setSpoken(latestNote.current === '' ? sentence : `${sentence} ${latestNote.current}`)
    }, speakMs)
    return () => clearTimeout(timer)
  }, [sentence])
  return spoken
}
