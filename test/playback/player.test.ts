import { describe, expect, it } from 'vitest'
import { Progress } from '../../src/simulation/simulate.ts'
import { createPlayer } from '../../app/playback/createPlayer.ts'
import { manualClock } from '../../app/playback/clock.ts'
import type { Client } from '../../src/worker/client.ts'
import type { RunHandlers } from '../../src/worker/clientRun.ts'
import { calm, eventually, simulation } from '../worker/helpers.ts'
import { countedSteps, initial, liveSchema, playerOf, schema } from './page.ts'

const value = (player: { shown: () => { readonly frame: Record<string, unknown> | undefined } }) =>
  player.shown().frame?.value

describe('a run of steps', () => {
  it('opens on its first frame, with two more ready', async () => {
    const counted = countedSteps()
    const { player } = playerOf(counted.simulations, schema)
    player.update({ ...initial, length: 100 })
    await eventually(() => value(player) === 0)
    await calm()
    expect(counted.computed).toBe(3)
    expect(player.shown()).toMatchObject({ index: 0, total: undefined, failure: undefined })
  })

  it('plays at its frames per second, times the speed', async () => {
    const { player, clock } = playerOf(countedSteps().simulations, schema)
    player.update({ ...initial, length: 100 })
    await eventually(() => value(player) === 0)
    player.play()
    await calm()
    clock.tick(100)
    expect([player.shown().index, value(player)]).toEqual([1, 1])
    player.setSpeed(4)
    clock.tick(100)
    expect(player.shown().index).toBe(5)
    player.setSpeed(0.25)
    clock.tick(100)
    expect(player.shown().index).toBe(5)
    expect(player.playhead.getState().position).toBeCloseTo(5.25)
  })

  it('keeps 120 frames ahead while it plays', async () => {
    const counted = countedSteps()
    const { player, clock } = playerOf(counted.simulations, schema)
    player.update({ ...initial, length: 100_000 })
    await eventually(() => value(player) === 0)
    player.play()
    await calm()
    expect(counted.computed).toBe(121)
    for (let i = 0; i < 10; i++) clock.tick(100)
    await calm()
    expect(counted.computed).toBeGreaterThan(121)
    expect(counted.computed).toBeLessThanOrEqual(10 + 121)
    player.pause()
    for (let i = 0; i < 10; i++) clock.tick(100)
    expect(player.shown().index).toBe(10)
  })

  it('keeps no more than 16 MB ahead', async () => {
    const counted = countedSteps()
    const { player } = playerOf(counted.simulations, schema)
    player.update({ ...initial, length: 1000, columns: 2 ** 18 })
    await eventually(() => value(player) === 0)
    player.play()
    await calm()
    await calm()
    expect(counted.computed).toBe(1 + 8)
  })

  it('stops at its end, and Play begins again', async () => {
    const { player, clock } = playerOf(countedSteps().simulations, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    player.play()
    await eventually(() => player.shown().total === 5)
    for (let i = 0; i < 9; i++) clock.tick(100)
    expect([player.shown().index, player.playhead.getState().playing]).toEqual([4, false])
    expect(clock.running()).toBe(0)
    player.play()
    expect([player.shown().index, player.playhead.getState().playing]).toEqual([0, true])
  })

  it('waits for frames that are not computed yet', async () => {
    const { player, clock } = playerOf(countedSteps().simulations, schema)
    player.update({ ...initial, length: 1000 })
    await eventually(() => value(player) === 0)
    await calm()
    player.play()
    for (let i = 0; i < 50; i++) clock.tick(100)
    expect([player.shown().index, value(player)]).toEqual([2, 2])
    await calm()
    clock.tick(100)
    expect(player.shown().index).toBe(3)
  })

  it('steps forward and back and stops doing so', async () => {
    const { player } = playerOf(countedSteps().simulations, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    player.play()
    player.step(1)
    await eventually(() => value(player) === 1)
    expect(player.playhead.getState().playing).toBe(false)
    player.step(-1)
    expect(value(player)).toBe(0)
    player.step(-1)
    expect(value(player)).toBe(0)
    player.step(100)
    await eventually(() => player.shown().total === 5)
    expect([value(player), player.playhead.getState().position]).toEqual([4, 4])
  })

  it.each([NaN, Infinity, -Infinity])('does not seek to %d', async (index) => {
    const { player } = playerOf(countedSteps().simulations, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    player.seek(index)
    expect(player.playhead.getState().position).toBe(0)
  })

  it('does not play off the screen', async () => {
    const { player, clock } = playerOf(countedSteps().simulations, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    player.play()
    player.setVisible(false)
    clock.tick(1000)
    expect(player.shown().index).toBe(0)
    player.setVisible(true)
    await calm()
    clock.tick(100)
    expect(player.shown().index).toBe(1)
  })
})

describe('history', () => {
  it('holds every scalar up to the frame shown, flags as 0 and 1, and no text', async () => {
    const { player } = playerOf(countedSteps().simulations, schema)
    player.update({ ...initial, start: 10 })
    await eventually(() => value(player) === 10)
    player.seek(3)
    await eventually(() => value(player) === 13)
    const { history } = player.shown()
    expect(history('value')).toEqual(Float64Array.of(10, 11, 12, 13))
    expect(history('even')).toEqual(Float64Array.of(1, 0, 1, 0))
    expect(history('name')).toHaveLength(0)
    expect(history('x')).toHaveLength(0)
  })

  it('of an old frame does not change when a new run begins', async () => {
    const { player } = playerOf(countedSteps().simulations, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    const { history } = player.shown()
    player.update({ ...initial, start: 7 })
    await eventually(() => value(player) === 7)
    expect(history('value')).toEqual(Float64Array.of(0))
  })
})

describe('an evicted frame', () => {
  const big = { ...initial, length: 60, columns: 2 ** 17 }

  it('is computed again, and the history stays', async () => {
    const counted = countedSteps()
    const { player } = playerOf(counted.simulations, schema)
    player.update(big)
    await eventually(() => value(player) === 0)
    player.seek(50)
    await eventually(() => value(player) === 50)
    await calm()
    expect(counted.computed).toBe(53)
    player.seek(10)
    expect(player.shown().index).not.toBe(10)
    expect(value(player)).toBe(50)
    await eventually(() => value(player) === 10)
    expect(player.shown().history('value')).toEqual(Float64Array.from({ length: 11 }, (_, i) => i))
    await calm()
    expect(counted.computed).toBe(53 + 13)
    expect(player.shown().frames).toBe(53)
    player.seek(9)
    expect(value(player)).toBe(9)
    expect(counted.computed).toBe(53 + 13)
  })

  it('is not one that is still in the ring', async () => {
    const counted = countedSteps()
    const { player } = playerOf(counted.simulations, schema)
    player.update(big)
    await eventually(() => value(player) === 0)
    player.seek(50)
    await eventually(() => value(player) === 50)
    player.seek(25)
    expect(value(player)).toBe(25)
    expect(counted.computed).toBeLessThanOrEqual(53)
  })
})

describe('a change of settings', () => {
  it('starts a new run at its beginning, and the old frame stays until the new one is there', async () => {
    const { player, clock } = playerOf(countedSteps().simulations, schema)
    player.update({ ...initial, length: 100 })
    await eventually(() => value(player) === 0)
    player.play()
    await calm()
    clock.tick(100)
    clock.tick(100)
    const next = { ...initial, start: 50, length: 100 }
    player.update(next)
    expect([value(player), player.playhead.getState()]).toEqual([
      2,
      { position: 0, playing: false, speed: 1 },
    ])
    await eventually(() => value(player) === 50)
    expect(player.shown()).toMatchObject({ index: 0, settings: next })
  })

  it('plays at once where asked to', async () => {
    const { player, clock } = playerOf(countedSteps().simulations, schema, { autoplay: true })
    player.update({ ...initial, length: 100 })
    await eventually(() => value(player) === 0)
    await calm()
    clock.tick(100)
    expect(value(player)).toBe(1)
  })

  it('of a view field computes nothing', async () => {
    const counted = countedSteps()
    const { player } = playerOf(counted.simulations, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    await calm()
    const before = counted.computed
    player.update({ ...initial, unit: 'b' })
    player.update({ ...initial, unit: 'a' })
    await calm()
    expect(counted.computed).toBe(before)
  })

  it('of a live field reaches the running simulation', async () => {
    const begun: number[] = []
    let computed = 0
    const live = {
      steps: simulation(function* ({ rate }: { readonly rate: number }) {
        begun.push(rate)
        let now = rate
        for (;;) {
          computed++
          now = ((yield { value: now })?.rate as number | undefined) ?? now
        }
      }),
    }
    for (const playback of ['still', 'steps'] as const) {
      begun.length = 0
      computed = 0
      const { player } = playerOf(live, liveSchema, { playback })
      player.update({ ...initial, rate: 1 })
      await eventually(() => value(player) === 1)
      await calm()
      player.update({ ...initial, rate: 2 })
      if (playback === 'steps') player.seek(3)
      await eventually(() => value(player) === 2)
      await calm()
      expect([begun, computed]).toEqual([[1], playback === 'still' ? 2 : 6])
      player.stop()
    }
  })

  it('of a live field, after the run has ended, starts another', async () => {
    const live = {
      steps: simulation(function* ({ rate }: { readonly rate: number }) {
        yield { value: rate }
      }),
    }
    const { player } = playerOf(live, liveSchema, { playback: 'still' })
    for (const rate of [1, 2, 3]) {
      player.update({ ...initial, rate })
      await eventually(() => value(player) === rate)
      await calm()
    }
    expect(player.shown().failure).toBeUndefined()
  })
})

describe('a still picture', () => {
  it('is one frame, and its run ends with it', async () => {
    let ended = 0
    const still = {
      steps: simulation(function* () {
        try {
          for (let step = 0; ; step++) yield { value: step }
        } finally {
          ended++
        }
      }),
    }
    const { player } = playerOf(still, schema, { playback: 'still' })
    player.update(initial)
    await eventually(() => value(player) === 0)
    await calm()
    expect([player.shown().total, value(player), ended]).toEqual([1, 0, 1])
    player.play()
    player.seek(1)
    expect([player.shown().index, player.playhead.getState().playing]).toEqual([0, false])
  })

  it('that is dragged shows the last of sixty settings', async () => {
    const { player } = playerOf(countedSteps().simulations, schema, { playback: 'still' })
    for (let start = 0; start < 60; start++) player.update({ ...initial, start })
    await eventually(() => value(player) === 59)
    await calm()
    expect(value(player)).toBe(59)
  })

  describe('whose settings change faster than its frames come', () => {
    /** A player and its runs, in the hands of the test. */
    function handled() {
      const runs: { readonly handlers: RunHandlers; cancelled: boolean }[] = []
      const client: Client = {
        start(_, __, handlers) {
          const run = { handlers, cancelled: false }
          runs.push(run)
          return { more() {}, change() {}, letGo() {}, cancel: () => (run.cancelled = true) }
        },
        close() {},
      }
      const player = createPlayer({
        client,
        exhibit: 'still',
        schema,
        playback: 'still',
        clock: manualClock(),
        autoplay: false,
        framesPerSecond: 15,
      })
      for (const start of [1, 2, 3]) player.update({ ...initial, start })
      return { player, runs, cancelled: () => runs.map((run) => run.cancelled) }
    }

    it('lets the first run come, drops those between, and then shows the last', () => {
      const { player, runs, cancelled } = handled()
      expect(cancelled()).toEqual([false, true, false])
      runs[0]!.handlers.frame({ value: 1 }, 0)
      expect([value(player), player.shown().settings?.start]).toEqual([1, 1])
      runs[2]!.handlers.frame({ value: 3 }, 0)
      expect([value(player), player.shown().settings?.start]).toEqual([3, 3])
      expect(cancelled()).toEqual([true, true, true])
    })

    it('does not wait for the first where the last comes before it, or where it is long', () => {
      const { player, runs, cancelled } = handled()
      runs[2]!.handlers.frame({ value: 3 }, 0)
      expect([value(player), cancelled()[0]]).toEqual([3, true])
      const long = handled()
      long.runs[0]!.handlers.progress({ stage: 'train', done: 1, total: 80 })
      expect(long.cancelled()).toEqual([true, true, false])
      expect(long.player.shown().progress).toBeUndefined()
    })
  })
})

describe('work ahead of the first frame', () => {
  it('is told, until the frame is there', async () => {
    const training = {
      steps: simulation(function* () {
        yield new Progress('train', 1, 80)
        yield { value: 1 }
      }),
    }
    const { player } = playerOf(training, schema)
    const told: unknown[] = []
    player.subscribe(() => told.push(player.shown().progress))
    player.update(initial)
    await eventually(() => value(player) === 1)
    expect(told.find((progress) => progress)).toEqual({ stage: 'train', done: 1, total: 80 })
    expect(player.shown().progress).toBeUndefined()
  })
})

it('work on frames that nobody waits for is not told', async () => {
  const training = {
    steps: simulation(function* () {
      for (let value = 0; value < 5; value++) {
        if (value > 0) yield new Progress('train', value, 5)
        yield { value }
      }
    }),
  }
  const { player } = playerOf(training, schema)
  const told: unknown[] = []
  player.subscribe(() => told.push(player.shown().progress))
  player.update(initial)
  await eventually(() => value(player) === 0)
  await calm()
  expect(told.every((progress) => progress === undefined)).toBe(true)
})

describe('a failure', () => {
  it('is told with its code, the last frame stays, and a retry starts again', async () => {
    let tries = 0
    const failing = {
      steps: simulation(function* ({ start }: { readonly start: number }) {
        yield { value: start }
        if (start === 1 && ++tries === 1) throw new RangeError('start must not be 1')
        yield { value: start + 1 }
      }),
    }
    const { player } = playerOf(failing, schema)
    player.update(initial)
    await eventually(() => value(player) === 0)
    player.update({ ...initial, start: 1 })
    player.play()
    await eventually(() => player.shown().failure !== undefined)
    expect(player.shown().failure).toEqual({
      code: 'outOfRange',
      values: { message: 'start must not be 1' },
    })
    expect([value(player), player.playhead.getState().playing]).toEqual([1, false])
    player.retry()
    expect(player.shown().failure).toBeUndefined()
    await eventually(() => player.shown().total === 2)
  })
})

it('a run without any frame ends, and nothing is shown', async () => {
  const empty = {
    steps: simulation(function* () {}),
  }
  const { player } = playerOf(empty, schema)
  player.update(initial)
  player.play()
  await eventually(() => player.shown().total === 0)
  expect([player.shown().frame, player.shown().frames]).toEqual([undefined, 0])
})

it('a player that was stopped says nothing and starts again with its settings', async () => {
  const counted = countedSteps()
  const { player, clock } = playerOf(counted.simulations, schema)
  player.update(initial)
  player.stop()
  await calm()
  expect([player.shown().frame, clock.running()]).toEqual([undefined, 0])
  player.update(initial)
  await eventually(() => value(player) === 0)
})
