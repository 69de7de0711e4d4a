import { describe, expect, it } from 'vitest'
import { type ClientOptions, createClient } from '../../src/worker/client.ts'
import { serve } from '../../src/worker/host.ts'
import type { Connection } from '../../src/worker/link.ts'
import type { Port } from '../../src/worker/port.ts'
import type { FromWorker } from '../../src/worker/protocol.ts'
import {
  calm,
  channel,
  counting,
  eventually,
  hostOptions,
  listener,
  manualTimers,
  simulation,
} from './helpers.ts'

const echo = simulation(function* ({ value }: { readonly value: number }) {
  for (let step = 0; ; step++) yield { step, value }
})

/** A worker with a real host in it, that stops answering when told, or when the simulation `hangs` begins. */
function worker() {
  const [inside, outside] = channel()
  const unread: (() => void)[] = []
  let hung = false
  const hang = () => {
    hung = true
  }
  const hangs = simulation(function* ({ after = 0 }: { readonly after?: number }) {
    for (let step = 0; ; step++) {
      if (step === after) hang()
      yield { step }
    }
  })
  const port: Port = {
    ...inside,
    post: (message, transfer) => {
      if (!hung) inside.post(message, transfer)
    },
    listen: (onMessage, onUnreadable) =>
      inside.listen((message) => {
        if (hung) unread.push(() => onMessage(message))
        else onMessage(message)
      }, onUnreadable),
  }
  serve(port, hostOptions({ counting, echo, hangs }))
  return {
    port: outside,
    hang,
    wake: () => {
      hung = false
      unread.splice(0).forEach((read) => read())
    },
  }
}

function page(options: Partial<ClientOptions> = {}) {
  const timers = manualTimers()
  const workers: (ReturnType<typeof worker> & { ended: boolean; readonly fail: () => void })[] = []
  const connect = (onError: () => void): Connection => {
    const one = { ...worker(), ended: false, fail: onError }
    workers.push(one)
    return {
      port: one.port,
      terminate() {
        one.ended = true
        one.port.close()
      },
    }
  }
  const client = createClient({
    connect,
    fallback: () => Promise.reject(new Error('no page here')),
    sources: {},
    after: timers.after,
    hidden: () => false,
    ...options,
  })
  return { client, timers, workers }
}

describe('a worker that hangs', () => {
  it(
    'is found within 1 s and replaced, and its run goes on with its settings: 100 of 100',
    { timeout: 120_000 },
    async () => {
      let recovered = 0
      for (let round = 0; round < 100; round++) {
        const { client, timers, workers } = page()
        const heard = listener()
        const run = client.start('echo', { value: round }, heard, 3)
        await eventually(() => heard.frames.length === 3)
        // The watchdog is at another place of its round each time.
        for (let tick = 0; tick < round % 3; tick++) await timers.next()
        workers[0]!.hang()
        const since = timers.now()
        run.more(4)
        while (workers.length === 1) await timers.next()
        expect(timers.now() - since).toBeLessThanOrEqual(1000)
        await eventually(() => heard.frames.length === 7)
        expect(workers[0]!.ended).toBe(true)
        expect(heard.frames.map(({ step, value }) => [step, value])).toEqual(
          [0, 1, 2, 3, 4, 5, 6].map((step) => [step, round]),
        )
        client.close()
        recovered++
      }
      expect(recovered).toBe(100)
    },
  )

  it('again and again is replaced each time, as long as a new frame came in between', async () => {
    const { client, timers, workers } = page()
    const heard = listener()
    const run = client.start('echo', { value: 7 }, heard, 1)
    for (let round = 1; round <= 6; round++) {
      await eventually(() => heard.frames.length === round)
      workers.at(-1)!.hang()
      run.more(1)
      while (workers.length === round) await timers.next()
    }
    await eventually(() => heard.frames.length === 7)
    expect([heard.indices, heard.failures]).toEqual([[0, 1, 2, 3, 4, 5, 6], []])
  })

  it('is not given again the run that was let go: the next one has the new worker for itself', async () => {
    const { client, timers, workers } = page()
    const [old, next] = [listener(), listener()]
    client.start('hangs', { after: 0 }, old, 1).letGo()
    client.start('echo', { value: 5 }, next, 1)
    while (workers.length === 1) await timers.next()
    await eventually(() => next.frames.length === 1)
    expect(workers).toHaveLength(2)
    expect(next.frames[0]).toEqual({ step: 0, value: 5 })
    expect([old.frames, old.failures]).toEqual([[], []])
  })

  it('does not lose the live changes: a restart begins from the settings after them', async () => {
    const { client, timers, workers } = page()
    const heard = listener()
    const run = client.start('echo', { value: 1 }, heard, 1)
    await eventually(() => heard.frames.length === 1)
    run.change({ value: 2 }, { value: 2 })
    workers[0]!.hang()
    run.more(1)
    while (workers.length === 1) await timers.next()
    await eventually(() => heard.frames.length === 2)
    expect(heard.frames[1]).toEqual({ step: 1, value: 2 })
  })

  it('that hangs again after three restarts is a failure of the run, and the next run has a worker', async () => {
    const { client, timers, workers } = page()
    const heard = listener()
    client.start('hangs', {}, heard, 1)
    await calm()
    while (heard.failures.length === 0) await timers.next()
    expect(heard.failures).toEqual([{ code: 'hung', values: {} }])
    expect(workers).toHaveLength(4)
    expect([timers.waiting(), workers.every((one) => one.ended)]).toEqual([0, true])
    const next = listener()
    client.start('counting', {}, next, 2)
    await eventually(() => next.frames.length === 2)
  })

  it.each([
    [true, 0],
    [false, 0],
    [true, 5],
    [false, 5],
  ])(
    'fails only the run that hangs it, the other goes on (hangs first: %s, at frame %i)',
    async (hangsFirst, after) => {
      const { client, timers } = page()
      const [bad, good] = [listener(), listener()]
      if (hangsFirst) client.start('hangs', { after }, bad, 50)
      client.start('counting', {}, good, 50)
      if (!hangsFirst) client.start('hangs', { after }, bad, 50)
      await calm()
      for (let turn = 0; turn < 100 && bad.failures.length === 0; turn++) await timers.next()
      await eventually(() => good.frames.length === 50)
      expect([bad.failures, good.failures]).toEqual([[{ code: 'hung', values: {} }], []])
      expect(good.indices).toEqual([...Array(50).keys()])
    },
  )

  it('is not looked for while the page is hidden, nor while nobody waits', async () => {
    let hidden = true
    const { client, timers, workers } = page({ hidden: () => hidden })
    const heard = listener()
    const run = client.start('counting', {}, heard, 1)
    await eventually(() => heard.frames.length === 1)
    workers[0]!.hang()
    run.more(1)
    for (let tick = 0; tick < 20; tick++) await timers.next()
    expect(workers).toHaveLength(1)
    workers[0]!.wake()
    hidden = false
    run.more(1)
    for (let tick = 0; tick < 20 && timers.waiting() > 0; tick++) await timers.next()
    expect(workers).toHaveLength(1)
    expect(timers.waiting()).toBe(0)
  })

  it('is not one whose page was busy: messages that waited count', async () => {
    const { client, timers, workers } = page()
    const heard = listener()
    client.start('hangs-not', {}, heard, 1)
    await eventually(() => heard.failures.length === 1)
    const run = client.start('counting', {}, listener(), 1)
    run.more(1)
    // However late a tick is, the next one starts only after it.
    expect(timers.waiting()).toBe(1)
    for (let tick = 0; tick < 20 && timers.waiting() > 0; tick++) await timers.next()
    expect(workers).toHaveLength(1)
  })
})

it('a worker that is slow to load its script is not called hung', async () => {
  const [inside, outside] = channel()
  const timers = manualTimers()
  let connects = 0
  const client = createClient({
    connect: () => {
      connects++
      return { port: outside, terminate: () => {} }
    },
    fallback: () => Promise.reject(new Error('no page here')),
    sources: {},
    after: timers.after,
    hidden: () => false,
  })
  const heard = listener()
  client.start('counting', {}, heard, 1)
  while (timers.now() < 2500) await timers.next()
  serve(inside, hostOptions({ counting }))
  await eventually(() => heard.frames.length === 1)
  expect(connects).toBe(1)
})

it('a worker that crashes while it runs is replaced, and a paused run goes on when it asks', async () => {
  const { client, workers } = page()
  const [waiting, paused] = [listener(), listener()]
  const run = client.start('counting', {}, paused, 2)
  await eventually(() => paused.frames.length === 2)
  client.start('counting', {}, waiting, 1_000_000)
  await eventually(() => waiting.frames.length > 0)
  workers[0]!.fail()
  const before = waiting.frames.length
  await eventually(() => waiting.frames.length > before)
  expect(workers).toHaveLength(2)
  run.more(1)
  await eventually(() => paused.frames.length === 3)
  expect(paused.indices).toEqual([0, 1, 2])
  expect(waiting.indices.slice(0, before + 1)).toEqual([...Array(before + 1).keys()])
  client.close()
})

describe('a message that is lost', () => {
  /** A worker whose `lose`-th frame is lost, with or without a word about it. */
  function leaky(lose: (nth: number) => boolean, onUnreadable: (tell: () => void) => void) {
    const [relayInside, relayOutside] = channel()
    serve(relayInside, hostOptions({ counting }))
    let nth = 0
    return {
      post: relayOutside.post,
      listen(onMessage: (message: unknown) => void, unreadable: () => void) {
        relayOutside.listen((data) => {
          const lost = (data as FromWorker).type === 'frame' && lose(nth++)
          if (lost) onUnreadable(unreadable)
          else onMessage(data)
        }, unreadable)
      },
      close: relayOutside.close,
    }
  }
  const connected = (port: ReturnType<typeof leaky>) => {
    const timers = manualTimers()
    return createClient({
      connect: () => ({ port, terminate: port.close }),
      fallback: () => Promise.reject(new Error('no page here')),
      sources: {},
      after: timers.after,
      hidden: () => false,
    })
  }

  it('with a "messageerror" is asked for again', async () => {
    const client = connected(
      leaky(
        (nth) => nth === 2,
        (tell) => tell(),
      ),
    )
    const heard = listener()
    client.start('counting', {}, heard, 3)
    await eventually(() => heard.frames.length === 3)
    expect(heard.frames.map(({ step }) => step)).toEqual([0, 1, 2])
  })

  it('in silence is seen at the next frame', async () => {
    const client = connected(
      leaky(
        (nth) => nth === 1,
        () => {},
      ),
    )
    const heard = listener()
    client.start('counting', {}, heard, 4)
    await eventually(() => heard.frames.length === 4)
    expect(heard.frames.map(({ step }) => step)).toEqual([0, 1, 2, 3])
  })

  it('each time is a failure in the end', async () => {
    const client = connected(
      leaky(
        () => true,
        (tell) => tell(),
      ),
    )
    const heard = listener()
    client.start('counting', {}, heard, 1)
    await eventually(() => heard.failures.length === 1)
    expect(heard.failures).toEqual([{ code: 'crashed', values: {} }])
  })
})
