// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ExhibitBoundary } from '../../app/page/ExhibitBoundary.tsx'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { loadOtherViews } from '../../app/exhibits/normalize/useOtherViews.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { ReducedMotion } from '../../app/plot/motion.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

const network = vi.hoisted(() => ({ there: false, asked: 0 }))
vi.mock('../../app/exhibits/normalize/otherViews.ts', async (original) => {
  network.asked++
  if (network.there) return original()
  throw new Error('offline')
})

beforeEach(() => {
  network.there = false
  network.asked = 0
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** What is under way has arrived, or failed. */
const settled = () =>
  act(async () => {
    await loadOtherViews().catch(() => {})
  })
const picture = (name: string) => screen.queryByRole('group', { name: `Normalize: ${name}` })

function Lab({ patch = {} }: { readonly patch?: Partial<NormalizeSettings> }) {
  const settings = { ...initialSettings(schema), ...patch }
  const frame = normalizeFrame(settings)
  return (
    <ReducedMotion value={true}>
      <ExhibitBoundary
        resetKey={patch.view}
        sentence={(again) => <button onClick={again}>Try again</button>}
      >
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
      </ExhibitBoundary>
    </ReducedMotion>
  )
}

it('where it does not arrive then either, the picture fails, and trying again asks again', async () => {
  const { rerender } = render(<Lab />)
  await settled()
  rerender(<Lab patch={{ view: 'matrix' }} />)
  await settled()
  const asked = network.asked
  act(() => screen.getByRole('button', { name: 'Try again' }).click())
  await settled()
  expect(network.asked).toBeGreaterThan(asked)
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

// What has arrived stays: the last of the tests.
it('a file that did not arrive beforehand is asked for once more when its picture is wanted', async () => {
  const { rerender } = render(<Lab />)
  await settled()
  network.there = true
  rerender(<Lab patch={{ view: 'matrix' }} />)
  expect(picture('Rails')).toBeTruthy()
  await settled()
  expect(picture('Matrix')).toBeTruthy()
})
