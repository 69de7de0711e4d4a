import { createContext, useContext } from 'react'
import { en, type Words } from './en.ts'
import type { Language } from './languages.ts'

export interface Spoken {
  readonly language: Language
  readonly words: Words
  readonly debug: 'keys' | 'long' | undefined
}

export const SpokenContext = createContext<Spoken>({ language: 'en', words: en, debug: undefined })

export function useWords(): Words {
  return useContext(SpokenContext).words
}

export function useSpoken(): Spoken {
  return useContext(SpokenContext)
}
