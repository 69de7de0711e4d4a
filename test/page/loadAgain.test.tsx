// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { AwaitedExhibit } from '../../app/page/AwaitedExhibit.tsx'
import { createLab } from '../../app/page/lab.ts'
import { drawAgain, loadAgain } from '../../app/page/loadAgain.ts'
import { readQuery } from '../../app/url/query.ts'
import { openExhibit } from '../support/lab.tsx'
import { standIns } from '../support/dom.ts'
import { exhibits } from '../support/registry.ts'

standIns({ width: 640, height: 480 })
afterEach(cleanup)

const { id, exhibit } = exhibits[0]!
const card = { order: 1, title: { en: 'Normalize', zh: '归一化' } }

/** A page that starts again at the `arrives`-th time of asking for the exhibit, if ever. */
async function opened(arrives: number) {
  let asked = 0
  let starts = 0
  const load = () =>
    ++asked >= arrives ? Promise.resolve(exhibit) : Promise.reject(new Error('offline'))
  const lab = createLab(readQuery(''), [{ id, card, load }])
  await lab.load(id)
  await loadAgain(lab, id, () => {
    starts++
    return Promise.resolve()
  })
  return { asked, starts, open: lab.state.getState().open.has(id) }
}

it('an exhibit that did not arrive is loaded where trying again helps', async () => {
  expect(await opened(2)).toEqual({ asked: 2, starts: 0, open: true })
})

it('where the browser keeps the failure, the page starts again', async () => {
  expect(await opened(3)).toEqual({ asked: 2, starts: 1, open: false })
})

it.each([
  ['is drawn again', undefined, ['draw']],
  ['is drawn again once its missing part is there', () => Promise.resolve(), ['draw']],
  [
    'makes the page start again where its missing part cannot be had',
    () => Promise.reject(new Error('offline')),
    ['start'],
  ],
])('a picture that failed %s', async (_, preload, done) => {
  const seen: string[] = []
  await drawAgain(
    preload,
    () => seen.push('draw'),
    () => Promise.resolve(void seen.push('start')),
  )
  expect(seen).toEqual(done)
})

it('“Try again” under a picture whose part is missing starts the page again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const startAgain = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const View = () => {
    throw new Error('offline')
  }
  const missing = { ...exhibit, View, preload: () => Promise.reject(new Error('offline')) }
  openExhibit(id, {}, { startAgain, exhibit: missing })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })))
  expect(startAgain).toHaveBeenCalledTimes(1)
  vi.restoreAllMocks()
})

it('its button rests while it is being tried', async () => {
  let done = (): void => {}
  let tries = 0
  const onRetry = () => {
    tries++
    return new Promise<void>((resolve) => {
      done = resolve
    })
  }
  render(<AwaitedExhibit id={id} card={card} place={1} missing onRetry={onRetry} />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Try again' })
  fireEvent.click(button)
  fireEvent.click(button)
  expect([tries, button.disabled]).toEqual([1, true])
  await act(async () => done())
  expect(button.disabled).toBe(false)
})
