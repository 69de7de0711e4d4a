// @vitest-environment jsdom
import { act, cleanup, render, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { manualClock } from '../../app/playback/clock.ts'
import { usePlayStages } from '../../app/playback/usePlayStages.ts'
import { createObserved } from '../../app/playback/observed.ts'
import { useRun } from '../../app/playback/useRun.ts'
import { simulation, type Simulations } from '../worker/helpers.ts'
import { clientOf, countedSteps, initial, schema, type Settings } from './page.ts'

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})
afterEach(cleanup)

/** Lets messages arrive and React render what they bring. */
async function arrived(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !condition(); turn++)
    await act(() => new Promise<void>((resolve) => void setImmediate(resolve)))
  expect(condition()).toBe(true)
}

interface StepFrame {
  readonly [name: string]: Float64Array | number | string | boolean
  readonly value: number
}

function used(simulations: Simulations, first: Settings = initial) {
  const client = clientOf(simulations)
  const clock = manualClock()
  const settings = createObserved(first)
  let renders = 0
  const hook = renderHook(
    ({ visible }) => {
      renders++
      return useRun<typeof schema, StepFrame>({
        client,
        exhibit: 'steps',
        schema,
        settings,
        playback: 'steps',
        clock,
        visible,
        framesPerSecond: 10,
      })
    },
    { initialProps: { visible: true } },
  )
  return {
    clock,
    now: () => hook.result.current,
    set: (next: Settings, visible = true) => {
      act(() => settings.set(next))
      hook.rerender({ visible })
    },
    renders: () => renders,
    unmount: hook.unmount,
  }
}

describe('useRun', () => {
  it('has no frame at first, then the first one', async () => {
    const { now } = used(countedSteps().simulations)
    expect(now()).toMatchObject({ frame: undefined, failure: undefined, settings: initial })
    await arrived(() => now().frame !== undefined)
    expect(now()).toMatchObject({ index: 0, playing: false, speed: 1 })
    expect(now().frame!.value).toBe(0)
  })

  it('plays with the clock', async () => {
    const { now, clock } = used(countedSteps().simulations)
    await arrived(() => now().frame !== undefined)
    act(() => now().play())
    await arrived(() => now().total === 5)
    act(() => clock.tick(100))
    act(() => clock.tick(100))
    expect([now().index, now().playing]).toEqual([2, true])
    expect(now().history('value')).toEqual(Float64Array.of(0, 1, 2))
    act(() => now().pause())
    act(() => clock.tick(100))
    expect([now().index, now().playing]).toEqual([2, false])
  })

  it('shows the old frame with the settings it was computed from, until the new one comes', async () => {
    const { now, set } = used(countedSteps().simulations)
    await arrived(() => now().frame !== undefined)
    set({ ...initial, start: 7, unit: 'b' })
    expect(now().frame!.value).toBe(0)
    expect(now().settings).toEqual({ ...initial, start: 0, unit: 'b' })
    await arrived(() => now().frame!.value === 7)
    expect(now().settings).toEqual({ ...initial, start: 7, unit: 'b' })
  })

  it('does not run again for a view field', async () => {
    const counted = countedSteps()
    const { now, set } = used(counted.simulations)
    await arrived(() => now().frame !== undefined)
    await arrived(() => counted.computed === 3)
    set({ ...initial, unit: 'b' })
    await act(() => new Promise<void>((resolve) => void setImmediate(resolve)))
    expect(counted.computed).toBe(3)
    expect(now().settings.unit).toBe('b')
  })

  it('does not render again for frames that nobody sees yet', async () => {
    const { now, renders } = used(countedSteps().simulations, { ...initial, length: 500 })
    await arrived(() => now().frame !== undefined)
    const before = renders()
    act(() => now().play())
    for (let turn = 0; turn < 40; turn++)
      await act(() => new Promise<void>((resolve) => void setImmediate(resolve)))
    expect(renders() - before).toBeLessThanOrEqual(2)
  })

  it('pauses while it is off the screen', async () => {
    const { now, set, clock } = used(countedSteps().simulations)
    await arrived(() => now().frame !== undefined)
    act(() => now().play())
    set(initial, false)
    act(() => clock.tick(100))
    expect(now().index).toBe(0)
    set(initial, true)
    act(() => clock.tick(100))
    expect(now().index).toBe(1)
  })

  it('tells a failure with its code, and retries', async () => {
    let tries = 0
    const { now } = used({
      steps: simulation(function* () {
        if (++tries === 1) throw new RangeError('epsilon must be positive, got 0')
        yield { value: 3 }
      }),
    })
    await arrived(() => now().failure !== undefined)
    expect(now().failure).toEqual({
      code: 'outOfRange',
      values: { message: 'epsilon must be positive, got 0' },
    })
    act(() => now().retry())
    await arrived(() => now().frame?.value === 3)
    expect(now().failure).toBeUndefined()
  })

  it('ends its run when it is unmounted, seven times over', async () => {
    let open = 0
    const simulations = {
      steps: simulation(function* () {
        open++
        try {
          for (let value = 0; ; value++) yield { value }
        } finally {
          open--
        }
      }),
    }
    const client = clientOf(simulations)
    const clock = manualClock()
    const settings = createObserved(initial)
    function Exhibit({ seen }: { readonly seen: (frame: unknown) => void }) {
      const { frame } = useRun({
        client,
        exhibit: 'steps',
        schema,
        settings,
        playback: 'steps',
        clock,
      })
      seen(frame)
      return null
    }
    for (let round = 0; round < 7; round++) {
      let last: unknown
      const { unmount } = render(
        <StrictMode>
          <Exhibit seen={(frame) => (last = frame)} />
        </StrictMode>,
      )
      await arrived(() => last !== undefined)
      expect(open).toBe(1)
      unmount()
      await arrived(() => open === 0)
      expect(clock.running()).toBe(0)
    }
  })
})

it('usePlayStages plays, and rests at its last stage', () => {
  const clock = manualClock()
  const { result, unmount } = renderHook(() => usePlayStages(clock, 3))
  expect(result.current).toMatchObject({ stage: 3, playing: false })
  act(() => result.current.play())
  act(() => clock.tick(400))
  expect(result.current).toMatchObject({ stage: 1, playing: true })
  act(() => clock.tick(2000))
  expect(result.current).toMatchObject({ stage: 3, playing: false })
  act(() => result.current.play())
  unmount()
  expect(clock.running()).toBe(0)
})
