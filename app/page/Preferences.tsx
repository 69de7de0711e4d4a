import { useStore } from 'zustand'
import type { Motion, Theme } from '../store/preferences.ts'
import { themes } from '../store/preferences.ts'
import { languageTags, type Language } from '../text/languages.ts'
import { useWords } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'

const languages: readonly Language[] = ['en', 'zh']
const motions: readonly Motion[] = ['auto', 'reduce']

/** Language, theme and motion. */
export function PreferenceControls() {
  const words = useWords()
  const { preferences } = useEnvironment()
  const { language, theme, motion, choose } = useStore(preferences)
  return (
    <div className="preferences">
      <div role="group" aria-label={words.language} className="language-choice">
        {languages.map((name) => (
          <button
            key={name}
            type="button"
            className="link-button"
            lang={languageTags[name]}
            aria-pressed={name === language}
            onClick={() => choose({ language: name })}
          >
            {words.languageNames[name]}
          </button>
        ))}
      </div>
      <label>
        <span>{words.theme}</span>
        <select
          value={theme}
          onChange={(event) => choose({ theme: event.currentTarget.value as Theme })}
        >
          {themes.map((name) => (
            <option key={name} value={name}>
              {words.themes[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.motion}</span>
        <select
          value={motion}
          onChange={(event) => choose({ motion: event.currentTarget.value as Motion })}
        >
          {motions.map((name) => (
            <option key={name} value={name}>
              {words.motions[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
