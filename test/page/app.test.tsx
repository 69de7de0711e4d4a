// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dialog } from '../../app/page/Dialog.tsx'
import { ExhibitBoundary } from '../../app/page/ExhibitBoundary.tsx'
import { Measured } from '../../app/page/Measured.tsx'
import { standIns } from '../support/dom.ts'
import { openLab } from '../support/lab.tsx'
import { unnamed } from '../support/names.ts'
import { exhibits } from '../support/registry.ts'

const { complaints } = standIns({ width: 640, height: 480 })
afterEach(cleanup)

describe('the page', () => {
  it('has every exhibit in order, with its place in the contents', () => {
    const { container } = openLab()
    const titles = exhibits.map(({ id }, i) => [`#${id}`, `${i + 1}`])
    const contents = within(screen.getByRole('navigation')).getAllByRole<HTMLAnchorElement>('link')
    expect(contents.map((link) => [link.hash, link.textContent.split(' ')[0]])).toEqual(titles)
    expect([...container.querySelectorAll('section.exhibit')].map(({ id }) => id)).toEqual(
      exhibits.map(({ id }) => id),
    )
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(unnamed(container)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('lets who uses keys skip to the exhibits', () => {
    const { container } = openLab()
    const first = container.querySelector<HTMLAnchorElement>('a, button')!
    expect(first.hash).toBe('#exhibits')
    expect(container.querySelector('#exhibits')).not.toBeNull()
  })

  it('speaks another language at once, keeping what was set', () => {
    const { container, settle } = openLab('?scale-shift.gamma=-1')
    fireEvent.click(screen.getByRole('button', { name: '中文' }))
    settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/[\u4e00-\u9fff]/)
    const figure = container.querySelector('#scale-shift figcaption')!
    expect(figure.textContent).toContain('γ = −1.00')
    expect(figure.textContent).toMatch(/[\u4e00-\u9fff]/)
    expect(screen.getByRole('button', { name: '中文' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('two exhibits do not disturb each other', () => {
    const { container, settle } = openLab()
    const sentence = (id: string) => container.querySelector(`#${id} figcaption`)!.textContent
    const before = sentence('normalize')
    fireEvent.change(container.querySelector('#scale-shift [data-control="beta"] input')!, {
      target: { value: '-1' },
    })
    settle()
    expect(sentence('scale-shift')).toContain('β = −1.00')
    expect(sentence('normalize')).toBe(before)
  })

  it('shows words as their keys, where asked', () => {
    openLab('?text=keys')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('claim')
  })

  it('says in a notice what the address got wrong', () => {
    const { container } = openLab('?theme=pink&normalize.seed=x')
    expect(container.querySelector('.notice')!.textContent).toContain('theme, normalize.seed')
  })
})

describe('the menu of a small screen', () => {
  const toggle = () => screen.getByRole('button', { name: /Contents/ })
  const open = () => toggle().getAttribute('aria-expanded') === 'true'

  it('opens and closes by its button, and closes behind who follows a link', () => {
    openLab()
    fireEvent.click(toggle())
    expect(open()).toBe(true)
    fireEvent.pointerDown(toggle())
    fireEvent.click(toggle())
    expect(open()).toBe(false)
    fireEvent.click(toggle())
    fireEvent.click(within(screen.getByRole('navigation')).getAllByRole('link')[1]!)
    expect(open()).toBe(false)
  })

  it('closes by Escape, and the focus is on its button again', () => {
    openLab()
    fireEvent.click(toggle())
    screen.getByRole('button', { name: '中文' }).focus()
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
    expect(open()).toBe(false)
    expect(document.activeElement).toBe(toggle())
  })

  it('closes by a press beside it, not by one in it', () => {
    openLab()
    fireEvent.click(toggle())
    fireEvent.pointerDown(screen.getByRole('combobox', { name: 'Theme' }))
    expect(open()).toBe(true)
    fireEvent.pointerDown(screen.getByRole('heading', { level: 1 }))
    expect(open()).toBe(false)
  })
})

describe('a system that asks for less motion', () => {
  it('is followed, also when it changes its mind', () => {
    const listeners = new Set<() => void>()
    const system = {
      matches: false,
      addEventListener: (_: 'change', listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: 'change', listener: () => void) => void listeners.delete(listener),
    }
    const { container, pass } = openLab('?normalize.unit=9', { system })
    const parts = () => container.querySelectorAll('#normalize .stage-progress').length
    const play = () =>
      within(container.querySelector<HTMLElement>('#normalize')!).getByRole('button', {
        name: /Play|Pause/,
      })
    fireEvent.click(play())
    pass(200)
    expect([play().textContent, parts()]).toEqual(['Pause', 1])
    pass(10_000)
    system.matches = true
    act(() => listeners.forEach((listener) => listener()))
    fireEvent.click(play())
    pass(10_000)
    // With less motion a press shows one state, and waits.
    expect([play().textContent, parts()]).toEqual(['Play', 1])
  })
})

describe('the gallery', () => {
  it('shows each exhibit on the page and in every size of an embed, in each theme and language', async () => {
    const { container } = openLab('?gallery')
    await waitFor(() => expect(container.querySelector('iframe')).not.toBeNull())
    const frames = [...container.querySelectorAll('iframe')]
    expect(frames).toHaveLength(exhibits.length * (1 + 4) * 2 * 2)
    expect(new Set(frames.map(({ title }) => title)).size).toBe(frames.length)
    expect(frames.filter(({ src }) => src.includes('?embed='))).toHaveLength(
      exhibits.length * 4 * 2 * 2,
    )
  })

  it('shows one of them alone, where asked', async () => {
    const { container } = openLab('?gallery&only=normalize')
    await waitFor(() => expect(container.querySelector('iframe')).not.toBeNull())
    expect(container.querySelectorAll('h2')).toHaveLength(1)
  })
})

describe('a dialog', () => {
  it('stays open under StrictMode, where effects run twice', async () => {
    let closed = 0
    render(
      <StrictMode>
        <Dialog title="Numbers" onClose={() => (closed += 1)}>
          <p>inside</p>
        </Dialog>
      </StrictMode>,
    )
    await Promise.resolve()
    expect(closed).toBe(0)
    expect(screen.getByRole<HTMLDialogElement>('dialog', { name: 'Numbers' }).open).toBe(true)
  })
})

describe('a sheet in a small window', () => {
  it('is a modal dialog', () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValueOnce(400)
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValueOnce(300)
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
    render(
      <Dialog sheet title="More" onClose={() => {}}>
        <p>inside</p>
      </Dialog>,
    )
    expect(modal).toHaveBeenCalledOnce()
    expect(screen.getByRole('dialog').dataset['place']).toBeUndefined()
  })
})

describe('a picture that cannot be drawn', () => {
  function Broken({ broken }: { readonly broken: boolean }) {
    if (broken) throw new Error('no such rail')
    return <p>picture</p>
  }
  const boundary = (key: number, broken: boolean) => (
    <ExhibitBoundary resetKey={key} sentence={() => <p role="alert">sentence</p>}>
      <Broken broken={broken} />
    </ExhibitBoundary>
  )

  it('leaves a sentence in its place, until the settings change', () => {
    const { rerender } = render(boundary(1, true))
    expect(screen.getByRole('alert').textContent).toBe('sentence')
    rerender(boundary(1, false))
    expect(screen.queryByText('picture')).toBeNull()
    rerender(boundary(2, false))
    expect(screen.getByText('picture')).toBeDefined()
  })
})

describe('a measured box', () => {
  it('draws nothing while it has no size, and in its size once it has one', () => {
    const sizes: unknown[] = []
    const box = (
      <Measured className="plot-box">
        {(size) => {
          sizes.push(size)
          return <p>{`${size.width} x ${size.height}`}</p>
        }}
      </Measured>
    )
    render(box)
    expect(screen.getByText('640 x 480')).toBeDefined()
    expect(sizes.every((size) => size !== undefined)).toBe(true)
  })
})
