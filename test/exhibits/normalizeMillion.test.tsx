// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { loadOtherViews } from '../../app/exhibits/normalize/useOtherViews.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { initialSettings, patchedSettings } from '../../src/settings/settings.ts'
import { normalizeFrame } from './normalizeRun.ts'

await loadOtherViews()

const size = { width: 656, height: 470 }
let settings: NormalizeSettings

function Picture({
  seen,
  ...patch
}: Partial<NormalizeSettings> & { readonly seen: (now: NormalizeSettings) => void }) {
  const [now, setNow] = useState<NormalizeSettings>(() => ({
    ...initialSettings(schema),
    view: 'million',
    ...patch,
  }))
  seen(now)
  const frame = normalizeFrame(now)
  return (
    <View
      settings={now}
      frame={frame}
      history={() => new Float64Array()}
      focus={initialFocus(frame)}
      setFocus={() => {}}
      text={en}
      set={(change) => setNow((old) => patchedSettings(schema, old, change))}
      size={size}
      stage={3}
    />
  )
}

const show = (patch: Partial<NormalizeSettings> = {}) =>
  render(<Picture {...patch} seen={(now) => (settings = now)} />)

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const slider = (name: RegExp) => screen.getByRole('slider', { name })
const pointer = (element: Element, type: 'Down' | 'Move' | 'Up', clientX: number) =>
  fireEvent[`pointer${type}`](element, { pointerId: 1, button: 0, clientX, clientY: 90 })
/** Pixels of one unit of x. */
function perUnit(): number {
  const ticks = [...document.querySelectorAll('.tick:not(.vertical)')].map((tick) => [
    Number(tick.getAttribute('x')),
    Number(tick.textContent.replace('−', '-')),
  ])
  return (ticks[1]![0]! - ticks[0]![0]!) / (ticks[1]![1]! - ticks[0]![1]!)
}

describe('the million in the hand', () => {
  it('dragged anywhere, x is shifted by as much as the hand has moved', () => {
    show()
    const picture = slider(/^Shift: /).querySelector('rect')!
    pointer(picture, 'Down', 300)
    pointer(picture, 'Move', 300 + 1.5 * perUnit())
    pointer(picture, 'Up', 300 + 1.5 * perUnit())
    expect(settings.shift).toBeCloseTo(1.5, 1)
    expect(settings.scale).toBe(1)
  })

  it('its edge dragged to twice the distance from the shift, x is twice as wide', () => {
    show({ shift: 0.5 })
    const grip = slider(/^Scale: /)
    const at = Number(grip.querySelector('.grip')!.getAttribute('cx'))
    const frame = normalizeFrame(settings)
    if (frame.kind !== 'million') throw new Error('another picture')
    const edge = frame.mus[191]! + frame.sigmas[191]!
    pointer(grip, 'Down', at)
    pointer(grip, 'Move', at + (edge - 0.5) * perUnit())
    expect(settings.scale).toBeCloseTo(2, 1)
    expect(settings.shift).toBe(0.5)
    const moved = Number(grip.querySelector('.grip')!.getAttribute('cx'))
    expect(moved).toBeCloseTo(at + (edge - 0.5) * perUnit(), -0.5)
  })

  it('stays within its sliders, at the edge of the picture, and Escape puts it back', () => {
    show({ scale: 9 })
    const grip = slider(/^Scale: /)
    expect(Number(grip.querySelector('.grip')!.getAttribute('cx'))).toBeLessThan(size.width)
    pointer(grip, 'Down', 600)
    pointer(grip, 'Move', 6000)
    expect(settings.scale).toBe(schema.scale.max)
    pointer(grip, 'Move', -6000)
    expect(settings.scale).toBe(schema.scale.min)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(settings.scale).toBe(9)
  })

  it('by the arrow keys', () => {
    show()
    fireEvent.keyDown(slider(/^Shift: /), { key: 'ArrowRight' })
    expect(settings.shift).toBeCloseTo(14 / 50, 2)
    fireEvent.keyDown(slider(/^Scale: /), { key: 'ArrowLeft' })
    expect(settings.scale).toBeLessThan(1)
    expect(slider(/^Scale: /).getAttribute('aria-valuenow')).toBe(String(settings.scale))
  })
})
