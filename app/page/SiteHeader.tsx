import { useCallback, useRef, useState } from 'react'
import { useDismiss } from '../controls/useDismiss.ts'
import type { Listed } from '../exhibits/registry.ts'
import { useSpoken } from '../text/useWords.ts'
import { PreferenceControls } from './Preferences.tsx'

interface HeaderProps {
  readonly listed: readonly Listed[]
  /** The exhibit that is being looked at. */
  readonly current: string | undefined
}

/** The name, the contents and the preferences; on a phone the last two are a menu. */
export function SiteHeader({ listed, current }: HeaderProps) {
  const { language, words } = useSpoken()
  const [open, setOpen] = useState(false)
  const header = useRef<HTMLElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => {
    setOpen(false)
    // What had the focus in the menu is gone with it.
    if (header.current?.contains(header.current.ownerDocument.activeElement))
      toggle.current?.focus()
  }, [])
  useDismiss(open, header, close)
  return (
    <header ref={header} className="site" data-open={open || undefined}>
      <p className="site-name">
        <a href="#">{words.name}</a>
      </p>
      <button
        ref={toggle}
        type="button"
        className="button menu-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.contents}
        <span aria-hidden="true">☰</span>
      </button>
      <nav className="contents" aria-label={words.contents}>
        <ol>
          {listed.map(({ id, card }, i) => (
            <li key={id}>
              <a
                href={`#${id}`}
                aria-current={id === current ? 'true' : undefined}
                onClick={() => setOpen(false)}
              >
                <span>{i + 1}</span> {card.title[language]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <PreferenceControls />
    </header>
  )
}
