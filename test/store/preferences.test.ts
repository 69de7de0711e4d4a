import { describe, expect, it } from 'vitest'
import { createPreferences } from '../../app/store/preferences.ts'
import { createStorage } from '../../app/store/storage.ts'

function memoryStorage(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries))
  return {
    kept,
    storage: createStorage(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    })),
  }
}

const forbidden = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
const system = { language: 'en' } as const

describe('preferences', () => {
  it('come from the system where nobody said anything', () => {
    const { storage } = memoryStorage()
    expect(createPreferences(storage, {}, { language: 'zh' }).getState()).toMatchObject({
      language: 'zh',
      theme: 'auto',
      motion: 'auto',
    })
  })

  it('come from an earlier visit before the system, and from the address before both', () => {
    const { storage } = memoryStorage({ language: 'zh', theme: 'dark', motion: 'reduce' })
    expect(createPreferences(storage, {}, system).getState()).toMatchObject({
      language: 'zh',
      theme: 'dark',
      motion: 'reduce',
    })
    const query = { language: 'en', theme: 'light', motion: undefined } as const
    expect(createPreferences(storage, query, system).getState()).toMatchObject({
      language: 'en',
      theme: 'light',
      motion: 'reduce',
    })
  })

  it('what an address asks for is not kept as a choice', () => {
    const { storage, kept } = memoryStorage()
    createPreferences(storage, { theme: 'dark' }, system)
    expect([...kept]).toEqual([])
  })

  it('a choice is kept for the next visit', () => {
    const { storage } = memoryStorage()
    createPreferences(storage, {}, system).getState().choose({ theme: 'dark', language: 'zh' })
    expect(createPreferences(storage, {}, system).getState()).toMatchObject({
      theme: 'dark',
      language: 'zh',
      motion: 'auto',
    })
  })

  it('what storage holds is looked up, not believed', () => {
    const { storage } = memoryStorage({ language: '<b>', theme: 'purple', motion: '' })
    expect(createPreferences(storage, {}, system).getState()).toMatchObject({
      language: 'en',
      theme: 'auto',
      motion: 'auto',
    })
  })
})

describe('storage', () => {
  it('that throws when it is touched is replaced by memory', () => {
    const storage = createStorage(forbidden)
    expect(storage.read('theme')).toBeUndefined()
    storage.write('theme', 'dark')
    expect(storage.read('theme')).toBe('dark')
  })

  it('that is full keeps the choice as long as the page', () => {
    const storage = createStorage(() => ({ getItem: () => null, setItem: forbidden }))
    storage.write('theme', 'dark')
    expect(storage.read('theme')).toBe('dark')
  })

  it('that is forbidden does not keep preferences from being chosen', () => {
    const store = createPreferences(createStorage(forbidden), {}, system)
    store.getState().choose({ theme: 'dark' })
    expect(store.getState().theme).toBe('dark')
  })
})
