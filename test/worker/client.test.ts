import { describe, expect, it } from 'vitest'
import { type ClientOptions, createClient } from '../../src/worker/client.ts'
import { serve } from '../../src/worker/host.ts'
import type { Port } from '../../src/worker/port.ts'
import {
  calm,
  channel,
  counting,
  eventually,
  hostOptions,
  listener,
  manualTimers,
  simulation,
  type Simulations,
} from './helpers.ts'

function served(simulations: Simulations): Port {
  const [inside, outside] = channel()
  serve(inside, hostOptions(simulations))
  return outside
}

/** A page with a client of a real host, in a "worker" unless told otherwise. */
function page(simulations: Simulations, options: Partial<ClientOptions> = {}) {
  const timers = manualTimers()
  let workers = 0
  let inPage = 0
  const client = createClient({
    connect: () => {
      workers++
      const port = served(simulations)
      return { port, terminate: port.close }
    },
    fallback: () => {
      inPage++
      return Promise.resolve(served(simulations))
    },
    sources: {},
    after: timers.after,
    hidden: () => false,
    ...options,
  })
  return { client, timers, workers: () => workers, inPage: () => inPage }
}

describe('a run', () => {
  it('gives the frames that were asked for, and more when more are', async () => {
    const { client } = page({ counting })
    const heard = listener()
    const run = client.start('counting', {}, heard, 2)
    await eventually(() => heard.frames.length === 2)
    await calm()
    expect(heard.indices).toEqual([0, 1])
    run.more(3)
    await eventually(() => heard.frames.length === 5)
    expect(heard.frames.map((frame) => frame.step)).toEqual([0, 1, 2, 3, 4])
  })

  it('says its end', async () => {
    const { client } = page({ counting })
    const heard = listener()
    client.start('counting', { to: 2 }, heard, 9)
    await eventually(() => heard.ends.length === 1)
    expect([heard.indices, heard.ends]).toEqual([[0, 1], [2]])
  })

  it('says its failure, and the client goes on', async () => {
    const failing = simulation(function* () {
      yield { step: 0 }
      throw new RangeError('epsilon must be positive, got 0')
    })
    const { client } = page({ failing, counting })
    const [failed, fine] = [listener(), listener()]
    client.start('failing', {}, failed, 9)
    client.start('counting', {}, fine, 9)
    await eventually(() => failed.failures.length === 1 && fine.frames.length === 9)
    expect(failed.failures).toEqual([
      { code: 'outOfRange', values: { message: 'epsilon must be positive, got 0' } },
    ])
  })

  it('delivers live changes', async () => {
    const listening = simulation(function* ({ rate }: { readonly rate: number }) {
      let now = rate
      for (;;) now = ((yield { rate: now })?.rate as number) ?? now
    })
    const { client } = page({ listening })
    const heard = listener()
    const run = client.start('listening', { rate: 1 }, heard, 1)
    await eventually(() => heard.frames.length === 1)
    run.change({ rate: 2 }, { rate: 2 })
    run.more(1)
    await eventually(() => heard.frames.length === 2)
    expect(heard.frames.map((frame) => frame.rate)).toEqual([1, 2])
  })

  it('is silent after cancel, also about frames that are on their way', async () => {
    const { client } = page({ counting })
    const [old, latest] = [listener(), listener()]
    const run = client.start('counting', {}, old, 100)
    await eventually(() => old.frames.length > 0)
    const before = old.frames.length
    run.cancel()
    client.start('counting', {}, latest, 3)
    await eventually(() => latest.frames.length === 3)
    await calm()
    expect(old.frames).toHaveLength(before)
    expect([old.ends, old.failures]).toEqual([[], []])
  })

  it('of sixty started in one go, each cancelling the one before, gives frames of the last alone', async () => {
    const echo = simulation(function* ({ value }: { readonly value: number }) {
      for (;;) yield { value }
    })
    const { client } = page({ echo })
    const all = Array.from({ length: 60 }, listener)
    let run = client.start('echo', { value: 0 }, all[0]!, 2)
    for (let value = 1; value < 60; value++) {
      run.cancel()
      run = client.start('echo', { value }, all[value]!, 2)
    }
    await eventually(() => all[59]!.frames.length === 2)
    await calm()
    expect(all.map((heard) => heard.frames.length)).toEqual([...Array(59).fill(0), 2])
    expect(all[59]!.frames[0]!.value).toBe(59)
  })
})

it('several exhibits run at once in one worker', async () => {
  const other = simulation(function* () {
    for (;;) yield { other: true }
  })
  const { client, workers } = page({ counting, other })
  const [a, b] = [listener(), listener()]
  client.start('counting', {}, a, 4)
  client.start('other', {}, b, 4)
  await eventually(() => a.frames.length === 4 && b.frames.length === 4)
  expect([a.frames[3]!.step, b.frames[3]!.other, workers()]).toEqual([3, true, 1])
})

describe('where no worker starts, the page computes', () => {
  it('as when the worker is switched off', async () => {
    const { client, inPage } = page({ counting }, { connect: undefined })
    const heard = listener()
    client.start('counting', {}, heard, 2)
    await eventually(() => heard.frames.length === 2)
    expect(inPage()).toBe(1)
  })

  it('as when it throws', async () => {
    const { client, inPage } = page(
      { counting },
      {
        connect: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      },
    )
    const heard = listener()
    client.start('counting', {}, heard, 2)
    await eventually(() => heard.frames.length === 2)
    expect(inPage()).toBe(1)
  })

  it('as when it fails at once or later', async () => {
    for (const late of [false, true]) {
      const broken: (() => void)[] = []
      let terminated = 0
      const { client, inPage } = page(
        { counting },
        {
          connect: (onError) => {
            if (late) broken.push(onError)
            else onError()
            return { port: channel()[0], terminate: () => terminated++ }
          },
        },
      )
      const heard = listener()
      client.start('counting', {}, heard, 2)
      broken.forEach((fail) => fail())
      await eventually(() => heard.frames.length === 2)
      expect([inPage(), terminated]).toEqual([1, 1])
    }
  })

  it('as when it says nothing for 3 s, and not before', async () => {
    const { client, timers, inPage } = page(
      { counting },
      { connect: () => ({ port: channel()[0], terminate: () => {} }) },
    )
    const heard = listener()
    client.start('counting', {}, heard, 2)
    while (timers.now() < 2500) await timers.next()
    expect([inPage(), heard.frames.length]).toEqual([0, 0])
    await timers.next()
    expect(timers.now()).toBe(3000)
    await eventually(() => heard.frames.length === 2)
    expect([inPage(), timers.waiting()]).toEqual([1, 0])
  })

  it('and its "ready" that comes after that is not heard', async () => {
    const [inside, outside] = channel()
    const { client, timers, inPage } = page(
      { counting },
      { connect: () => ({ port: outside, terminate: () => {} }) },
    )
    while (timers.waiting() > 0) await timers.next()
    serve(inside, hostOptions({ counting }))
    const heard = listener()
    client.start('counting', {}, heard, 2)
    await eventually(() => heard.frames.length === 2)
    await calm()
    expect([heard.indices, inPage()]).toEqual([[0, 1], 1])
  })

  it('also where that "ready" comes while the page is still loading its own', async () => {
    const [inside, outside] = channel()
    let loaded: (port: Port) => void = () => {}
    const { client, timers } = page(
      { counting },
      {
        connect: () => ({ port: outside, terminate: () => {} }),
        fallback: () => new Promise((resolve) => (loaded = resolve)),
      },
    )
    const heard = listener()
    client.start('counting', {}, heard, 2)
    while (timers.waiting() > 0) await timers.next()
    serve(inside, hostOptions({ counting }))
    await calm()
    loaded(served({ counting }))
    await eventually(() => heard.frames.length === 2)
    expect(heard.indices).toEqual([0, 1])
  })

  it('and where the page cannot either, the run fails, and a retry tries again', async () => {
    let tries = 0
    const { client } = page(
      { counting },
      {
        connect: undefined,
        fallback: () =>
          ++tries === 1
            ? Promise.reject(new Error('chunk lost'))
            : Promise.resolve(served({ counting })),
      },
    )
    const [first, second] = [listener(), listener()]
    client.start('counting', {}, first, 1)
    await eventually(() => first.failures.length === 1)
    expect(first.failures).toEqual([{ code: 'noWorker', values: {} }])
    client.start('counting', {}, second, 1)
    await eventually(() => second.frames.length === 1)
  })
})

it('a closed client ends its worker and says nothing more', async () => {
  let terminated = 0
  const { client, timers } = page(
    { counting },
    {
      connect: () => {
        const port = served({ counting })
        return { port, terminate: () => terminated++ }
      },
    },
  )
  const heard = listener()
  client.start('counting', {}, heard, 2)
  client.close()
  await calm()
  expect([terminated, heard.frames.length, timers.waiting()]).toEqual([1, 0, 0])
})
