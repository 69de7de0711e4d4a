// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { resizeMessages, wantedHeight } from '../../app/page/resizeMessages.ts'
import { sheetPlace } from '../../app/page/sheetPlace.ts'
import { standIns } from '../support/dom.ts'
import { openLab } from '../support/lab.tsx'
import { unnamed } from '../support/names.ts'

const { complaints } = standIns({ width: 640, height: 300 })
afterEach(cleanup)

const controls = (within: Element = document.body): readonly (string | null)[] =>
  [...within.querySelectorAll('[data-control]')].map((one) => one.getAttribute('data-control'))
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }))

describe('an embed', () => {
  it('is one exhibit alone: its title, its figure, its primary controls, Play and Reset', () => {
    const { container } = openLab('?embed=scale-shift')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Scale and shift')
    expect(screen.getAllByRole('figure')).toHaveLength(1)
    expect(controls()).toEqual(['gamma', 'beta', 'activation'])
    expect(screen.getByRole('button', { name: 'Learn' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Reset' })).toBeDefined()
    expect(container.querySelector('nav')).toBeNull()
    expect(unnamed(container)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('has its formulas in one line, each with its value', () => {
    const { container } = openLab('?embed=scale-shift')
    const items = [...container.querySelectorAll('.strip-item')]
    expect(items.length).toBeGreaterThan(1)
    for (const item of items) expect(item.querySelector('.result')!.textContent).toMatch(/\d/)
  })

  it('opens the full page in the same state', () => {
    openLab('?embed=scale-shift&gamma=-1&lang=zh-CN')
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: /打开完整页面/ })
    expect(link.href).toBe(
      'https://example.org/lab/?v=1&lang=zh-CN&scale-shift.gamma=-1#scale-shift',
    )
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener'])
  })

  it('links=0 leaves out the links', () => {
    openLab('?embed=scale-shift&links=0')
    expect(screen.queryAllByRole('link')).toEqual([])
    press('More')
    expect(within(screen.getByRole('dialog')).queryAllByRole('link')).toEqual([])
  })

  it('hide leaves controls out, lock keeps them from being changed', () => {
    openLab('?embed=scale-shift&hide=beta&lock=gamma')
    expect(controls()).toEqual(['gamma', 'activation'])
    expect(screen.getByRole<HTMLInputElement>('slider', { name: 'Scale γ' }).disabled).toBe(true)
    press('More')
    const dialog = screen.getByRole('dialog')
    expect(controls(dialog)).not.toContain('beta')
    expect(dialog.querySelector<HTMLInputElement>('[data-control="gamma"] input')!.disabled).toBe(
      true,
    )
  })

  it('controls=min leaves Play and Reset, controls=none the picture alone', () => {
    openLab('?embed=scale-shift&controls=min')
    expect(controls()).toEqual([])
    expect(screen.getByRole('button', { name: 'Reset' })).toBeDefined()
    cleanup()
    openLab('?embed=scale-shift&controls=none')
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByRole('figure')).toBeDefined()
  })

  it('keeps everything else behind "More": the bet, all controls, formulas, goals, words, examples', () => {
    openLab('?embed=scale-shift')
    press('More')
    const dialog = screen.getByRole('dialog', { name: 'More of “Scale and shift”' })
    expect(controls(dialog)).toEqual(['gamma', 'beta', 'activation', 'batch', 'target', 'rate'])
    expect(within(dialog).getByRole('group', { name: 'Your bet' })).toBeDefined()
    expect(dialog.querySelectorAll('.formula-line').length).toBeGreaterThan(3)
    expect(dialog.querySelectorAll('.challenge')).toHaveLength(3)
    expect(dialog.querySelector('.takeaway')).not.toBeNull()
    expect(within(dialog).getByRole('button', { name: 'ReLU that never fires' })).toBeDefined()
    expect(unnamed(dialog)).toEqual([])
  })

  it('shows “More” beside the picture, which stays in use, where the frame has room', () => {
    const { container } = openLab('?embed=scale-shift')
    press('More')
    const dialog = screen.getByRole('dialog')
    expect(dialog.dataset['place']).toBe('beside')
    // A modal dialog would say it, and the page beside it could not.
    expect(container.querySelectorAll('[role=status]:not(.copy-result)')).toHaveLength(1)
    fireEvent.click(dialog)
    expect(screen.queryByRole('dialog')).not.toBeNull()
    fireEvent.keyDown(dialog, { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('puts “More” elsewhere when the frame is turned, and over the picture where there is no room', async () => {
    const room = { width: 640, height: 480 }
    const html = document.documentElement
    vi.spyOn(html, 'clientWidth', 'get').mockImplementation(() => room.width)
    vi.spyOn(html, 'clientHeight', 'get').mockImplementation(() => room.height)
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
    openLab('?embed=scale-shift')
    press('More')
    const dialog = screen.getByRole<HTMLDialogElement>('dialog')
    const turn = async (width: number, height: number): Promise<string | undefined> => {
      Object.assign(room, { width, height })
      await act(async () => void window.dispatchEvent(new Event('resize')))
      return dialog.dataset['place']
    }
    expect(await turn(480, 640)).toBe('below')
    expect(await turn(640, 480)).toBe('beside')
    expect(modal).not.toHaveBeenCalled()
    expect(await turn(400, 300)).toBeUndefined()
    expect(modal).toHaveBeenCalledTimes(1)
    expect(await turn(640, 480)).toBe('beside')
    expect([dialog.open, dialog.isConnected]).toEqual([true, true])
  })

  it('an Escape in a dialog upon “More” is not for “More”', () => {
    openLab('?embed=normalize')
    press('More')
    const [more] = screen.getAllByRole('dialog')
    const inner = more!.appendChild(document.createElement('dialog'))
    fireEvent.keyDown(inner, { key: 'Escape' })
    expect(more!.isConnected).toBe(true)
  })

  it('predict=0 asks for no bet', () => {
    openLab('?embed=scale-shift&predict=0')
    press('More')
    expect(screen.queryByRole('group', { name: 'Your bet' })).toBeNull()
  })

  it('goes from "More" to the numbers and to sharing, and back to "More"', () => {
    openLab('?embed=scale-shift')
    press('More')
    for (const [name, title] of [
      ['Numbers', 'The numbers of “Scale and shift”'],
      ['Share', 'Share this state'],
    ] as const) {
      press(name)
      const dialog = screen.getByRole('dialog', { name: title })
      fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
      expect(screen.queryByRole('dialog', { name: title })).toBeNull()
      expect(screen.getByRole('dialog', { name: /More/ })).toBeDefined()
    }
  })

  it('changes nothing that its address locks, whatever is touched', () => {
    const { container, settle } = openLab('?embed=scale-shift&lock=gamma&gamma=1.25')
    const sentence = () => container.querySelector('figcaption')!.textContent
    press('More')
    for (const name of ['Give x back', 'γ = 1, β = 0: y is x̂', 'Reset']) {
      const dialog = screen.getByRole('dialog')
      const found = [...document.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
      )
      expect([name, found === undefined]).toEqual([name, false])
      fireEvent.click(found!)
      settle()
      expect(dialog).toBeDefined()
      expect(sentence()).toContain('γ = 1.25')
    }
  })

  it('of an exhibit with views has their tabs in its header', () => {
    const { settle, container } = openLab('?embed=normalize')
    const header = within(container.querySelector<HTMLElement>('.embed-header')!)
    const tabs = header.getByRole('group', { name: 'Picture' })
    fireEvent.click(within(tabs).getByRole('radio', { name: 'Matrix' }))
    settle()
    expect(container.querySelector('figcaption')!.textContent).toContain('16')
    expect(complaints).toEqual([])
  })

  it('rests while it is off the screen, as below the fold of a page with many', () => {
    const watching: ((entries: readonly { readonly isIntersecting: boolean }[]) => void)[] = []
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(told: (typeof watching)[number]) {
          watching.push(told)
        }
        observe(): void {}
        disconnect(): void {}
      },
    )
    const { container, pass } = openLab('?embed=scale-shift')
    const sentence = () => container.querySelector('figcaption')!.textContent
    const seen = (isIntersecting: boolean): void =>
      act(() => watching.forEach((told) => told([{ isIntersecting }])))
    press('Learn')
    pass(300)
    seen(false)
    const before = sentence()
    pass(600)
    expect(sentence()).toBe(before)
    seen(true)
    pass(600)
    expect(sentence()).not.toBe(before)
  })

  it('of something that is none shows the first exhibit, and a notice that can be put away', () => {
    openLab('?embed=nothing&theme=pink')
    const notices = () => [...document.querySelectorAll('.notice')].map((one) => one.textContent)
    expect(notices()).toHaveLength(2)
    expect(notices()[0]).toContain('“nothing”')
    fireEvent.click(screen.getAllByRole('button', { name: 'Dismiss' })[0]!)
    expect(notices()).toHaveLength(1)
    expect(screen.getByRole('figure')).toBeDefined()
  })
})

it.each([
  [640, 480, 1, 'beside'],
  [610, 480, 1, undefined],
  [610, 600, 1, 'below'],
  [400, 600, 1, 'below'],
  [400, 300, 1, undefined],
  [320, 240, 1, undefined],
  [640, 480, 1.25, undefined],
  [1024, 768, 1.25, 'beside'],
])('a sheet in a frame of %i x %i, enlarged %d times, stands %s', (...example) => {
  const [clientWidth, clientHeight, zoom, place] = example
  expect(sheetPlace({ clientWidth, clientHeight }, zoom)).toBe(place)
})

describe('the height that an embed asks for', () => {
  it('has room for picture, strip and controls, within bounds', () => {
    const heights = [0, 320, 640, 800, 1200, 4000].map(wantedHeight)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(heights[0]).toBeGreaterThanOrEqual(400)
    expect(heights.at(-1)).toBeLessThanOrEqual(700)
  })

  it('is told in the two forms that hosts know', () => {
    expect(resizeMessages(464)).toEqual([
      { subject: 'lti.frameResize', height: 464 },
      { height: 464 },
    ])
  })
})
