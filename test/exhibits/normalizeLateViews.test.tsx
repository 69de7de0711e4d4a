// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { loadOtherViews } from '../../app/exhibits/normalize/useOtherViews.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { ReducedMotion } from '../../app/plot/motion.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

const file = vi.hoisted(() => {
  let arrive = (): void => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  return { arrived, arrive: () => arrive() }
})
vi.mock('../../app/exhibits/normalize/otherViews.ts', async (original) => {
  await file.arrived
  return original()
})
afterEach(cleanup)

function Lab(patch: Partial<NormalizeSettings>) {
  const settings = { ...initialSettings(schema), ...patch }
  const frame = normalizeFrame(settings)
  return (
    <ReducedMotion value={true}>
      <View
        settings={settings}
        frame={frame}
        history={() => new Float64Array()}
        focus={initialFocus(frame)}
        setFocus={() => {}}
        text={en}
        set={() => {}}
        size={{ width: 640, height: 304 }}
        stage={3}
      />
    </ReducedMotion>
  )
}

it('until the file of the other pictures is there the rails stay, and a picture that is asked for first waits', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  const first = render(<Lab view="matrix" />)
  expect(screen.queryAllByRole('group')).toEqual([])
  first.unmount()

  const { rerender } = render(<Lab />)
  const rails = screen.getByRole('group', { name: 'Normalize: Rails' })
  rerender(<Lab view="million" />)
  expect(screen.getByRole('group', { name: 'Normalize: Rails' })).toBe(rails)
  rerender(<Lab view="matrix" />)
  expect(screen.getByRole('group', { name: 'Normalize: Rails' })).toBe(rails)

  await act(async () => {
    file.arrive()
    await loadOtherViews()
  })
  expect(screen.getByRole('group', { name: 'Normalize: Matrix' })).toBeTruthy()
  rerender(<Lab view="million" />)
  expect(screen.getByRole('group', { name: 'Normalize: One million' })).toBeTruthy()
  expect(screen.queryByRole('group', { name: 'Normalize: Rails' })).toBeNull()
})
