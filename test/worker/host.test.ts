import { describe, expect, it } from 'vitest'
import type { DataSet } from '../../src/data/dataSet.ts'
import { type LiveChange, Progress } from '../../src/simulation/simulate.ts'
import { Failure } from '../../src/worker/failure.ts'
import { calm, counting, digits, eventually, hostWith, simulation } from './helpers.ts'

const run = (id: number, exhibit: string, credit: number, settings: unknown = {}) =>
  ({ type: 'run', run: id, exhibit, settings, credit }) as const

describe('frames', () => {
  it('come in order, and as many as were asked for', async () => {
    const host = hostWith({ counting })
    host.tell(run(1, 'counting', 5))
    await eventually(() => host.frames(1).length === 5)
    await calm()
    expect(host.frames(1).map(({ index, frame }) => [index, frame.step, frame.x])).toEqual(
      [0, 1, 2, 3, 4].map((i) => [i, i, Float64Array.of(i, -i)]),
    )
  })

  it('are not computed before they are asked for', async () => {
    let computed = 0
    const eager = simulation(function* () {
      for (;;) yield { step: computed++ }
    })
    const host = hostWith({ eager })
    host.tell(run(1, 'eager', 0))
    await calm()
    expect(computed).toBe(0)
    host.tell({ type: 'credit', run: 1, count: 2 })
    await eventually(() => host.frames(1).length === 2)
    await calm()
    expect(computed).toBe(2)
  })

  it('end with the count of all of them', async () => {
    const host = hostWith({ counting })
    host.tell(run(1, 'counting', 10, { to: 3 }))
    await eventually(() => host.ofType('done').length > 0)
    expect(host.ofType('done')).toEqual([{ type: 'done', run: 1, frames: 3 }])
  })

  it('of two runs are computed in turn', async () => {
    const host = hostWith({ counting }, { sliceMs: 1000 })
    host.tell(run(1, 'counting', 3))
    host.tell(run(2, 'counting', 3))
    await eventually(() => host.frames(1).length + host.frames(2).length === 6)
    expect(host.ofType('frame').map((message) => message.run)).not.toEqual([1, 1, 1, 2, 2, 2])
  })

  it('share a buffer between two columns, which is sent once', async () => {
    const sharing = simulation(function* () {
      const buffer = Float64Array.of(1, 2, 3, 4)
      yield { low: buffer.subarray(0, 2), high: buffer.subarray(2) }
    })
    const host = hostWith({ sharing })
    host.tell(run(1, 'sharing', 1))
    await eventually(() => host.frames(1).length === 1)
    const { low, high } = host.frames(1)[0]!.frame as Record<string, Float64Array>
    expect([[...low!], [...high!]]).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(low!.buffer).toBe(high!.buffer)
  })
})

describe('slices', () => {
  it('end after their time, so that a cancel is read between two frames', async () => {
    const tasks: (() => void)[] = []
    let time = 0
    let computed = 0
    const slow = simulation(function* () {
      for (;;) {
        time += 3
        yield { step: computed++ }
      }
    })
    const host = hostWith({ slow }, { task: (next) => tasks.push(next), now: () => time })
    host.tell(run(1, 'slow', 1000))
    await eventually(() => tasks.length > 0)
    tasks.shift()!()
    expect(computed).toBe(3)
    host.tell({ type: 'cancel', run: 1 })
    await calm()
    while (tasks.length > 0) tasks.shift()!()
    expect(computed).toBe(3)
  })
})

const never = undefined as never

describe('a cancelled run', () => {
  it('computes nothing more and runs its finally', async () => {
    const seen: string[] = []
    const tidy = simulation(function* () {
      try {
        for (let step = 0; ; step++) {
          seen.push(`step ${step}`)
          yield { step }
        }
      } finally {
        seen.push('tidied')
      }
    })
    const host = hostWith({ tidy })
    host.tell(run(1, 'tidy', 1))
    await eventually(() => host.frames(1).length === 1)
    host.tell({ type: 'cancel', run: 1 })
    host.tell({ type: 'credit', run: 1, count: 5 })
    await calm()
    expect(seen).toEqual(['step 0', 'tidied'])
  })

  it('that was still loading its data never starts', async () => {
    let arrive: (data: DataSet) => void = () => {}
    let started = false
    const host = hostWith(
      {
        seeing: {
          needs: () => ['digits8'],
          simulate: (settings) => {
            started = true
            return counting.simulate(settings, never)
          },
        },
      },
      { loadData: () => new Promise((resolve) => (arrive = resolve)) },
    )
    host.tell(run(1, 'seeing', 1))
    await calm()
    host.tell({ type: 'cancel', run: 1 })
    await calm()
    arrive(digits)
    await calm()
    expect([started, host.said.map(({ type }) => type)]).toEqual([false, ['ready']])
  })
})

describe('a live change', () => {
  it('reaches the running simulation with its next frame, changes before it joined', async () => {
    const listening = simulation(function* () {
      let rate = 0.1
      let decay = 0
      for (;;) {
        const change: LiveChange | undefined = yield { rate, decay }
        rate = (change?.rate as number) ?? rate
        decay = (change?.decay as number) ?? decay
      }
    })
    const host = hostWith({ listening })
    host.tell(run(1, 'listening', 1))
    await eventually(() => host.frames(1).length === 1)
    host.tell({ type: 'change', run: 1, change: { rate: 0.2, decay: 1 } })
    host.tell({ type: 'change', run: 1, change: { rate: 0.3 } })
    host.tell({ type: 'credit', run: 1, count: 1 })
    await eventually(() => host.frames(1).length === 2)
    expect(host.frames(1)[1]!.frame).toEqual({ rate: 0.3, decay: 1 })
  })

  it('that comes during work ahead waits for the first frame', async () => {
    const training = simulation(function* () {
      yield new Progress('train', 1, 2)
      yield new Progress('train', 2, 2)
      const change: LiveChange | undefined = yield { rate: 0 }
      yield { rate: (change?.rate as number) ?? -1 }
    })
    const tasks: (() => void)[] = []
    const host = hostWith({ training }, { task: (next) => tasks.push(next), sliceMs: 0 })
    host.tell(run(1, 'training', 2))
    await eventually(() => tasks.length > 0)
    tasks.shift()!()
    host.tell({ type: 'change', run: 1, change: { rate: 5 } })
    await calm()
    while (tasks.length > 0) tasks.shift()!()
    await eventually(() => host.frames(1).length === 2)
    expect(host.frames(1)[1]!.frame).toEqual({ rate: 5 })
  })
})

describe('a failed run', () => {
  const failing = (error: unknown) =>
    simulation(function* () {
      yield { step: 0 }
      throw error
    })

  it.each([
    [
      'outOfRange',
      new RangeError('batchSize must be at least 1, got 0'),
      { message: 'batchSize must be at least 1, got 0' },
    ],
    ['crashed', new TypeError('x is not a function'), { message: 'x is not a function' }],
    ['crashed', 'thrown text', { message: 'thrown text' }],
    ['dataCorrupt', new Failure('dataCorrupt', { file: 'a.bin' }), { file: 'a.bin' }],
  ] as const)('says %s for %s, and the host goes on', async (code, error, values) => {
    const host = hostWith({ failing: failing(error), counting })
    host.tell(run(1, 'failing', 9))
    host.tell(run(2, 'counting', 9))
    await eventually(() => host.ofType('failed').length === 1 && host.frames(2).length === 9)
    expect(host.ofType('failed')).toEqual([{ type: 'failed', run: 1, code, values }])
  })

  it('names an exhibit that nobody knows', async () => {
    const host = hostWith({})
    host.tell(run(1, 'toString', 1))
    host.tell(run(2, 'lost', 1))
    await eventually(() => host.ofType('failed').length === 2)
    expect(host.ofType('failed')[1]).toMatchObject({
      code: 'unknownExhibit',
      values: { exhibit: 'lost' },
    })
  })

  it('refuses settings that are none', async () => {
    const host = hostWith({ counting })
    host.tell(run(1, 'counting', 1, null))
    await eventually(() => host.ofType('failed').length === 1)
    expect(host.ofType('failed')[0]).toMatchObject({ code: 'badSettings' })
  })

  it('is one that uses a buffer again after yielding it', async () => {
    const careless = simulation(function* () {
      const x = Float64Array.of(1, 2)
      for (let step = 0; ; step++) yield { step, x }
    })
    const host = hostWith({ careless, counting })
    host.tell(run(1, 'careless', 3))
    await eventually(() => host.ofType('failed').length === 1)
    expect(host.ofType('failed')[0]).toMatchObject({
      code: 'reusedBuffer',
      values: { column: 'x' },
    })
    expect(host.frames(1)).toHaveLength(1)
    host.tell(run(2, 'counting', 1))
    await eventually(() => host.frames(2).length === 1)
    expect(host.lost()).toBe(0)
  })

  it('is one whose frame cannot be sent', async () => {
    const nested = simulation(function* () {
      yield { step: (() => 0) as unknown as number }
    })
    const host = hostWith({ nested })
    host.tell(run(1, 'nested', 1))
    await eventually(() => host.ofType('failed').length === 1)
    expect(host.ofType('failed')[0]).toMatchObject({ code: 'crashed' })
  })
})

describe('data', () => {
  const seeing = {
    needs: () => ['digits8'] as const,
    *simulate(_: unknown, { data }: { readonly data: (key: 'digits8') => DataSet }) {
      yield { pixels: Float64Array.from(data('digits8').pixels) }
    },
  }

  it('is loaded once for every run, with progress, from the sources that the page names', async () => {
    const asked: unknown[] = []
    let finish: () => void = () => {}
    const host = hostWith(
      { seeing },
      {
        loadData: (key, sources, onProgress) => {
          asked.push([key, sources])
          onProgress(0, 4)
          return new Promise((resolve) => (finish = () => resolve(digits)))
        },
      },
    )
    host.tell({ type: 'data', sources: { 'digits8.bin': 'https://example.org/digits8.bin' } })
    host.tell(run(1, 'seeing', 1))
    host.tell(run(2, 'seeing', 1))
    await calm()
    finish()
    await eventually(() => host.frames(1).length + host.frames(2).length === 2)
    host.tell(run(3, 'seeing', 1))
    await eventually(() => host.frames(3).length === 1)
    expect(asked).toEqual([['digits8', { 'digits8.bin': 'https://example.org/digits8.bin' }]])
    expect(host.ofType('progress')[0]).toEqual({
      type: 'progress',
      run: 1,
      stage: 'data',
      done: 0,
      total: 4,
    })
    expect(host.frames(3)[0]!.frame.pixels).toEqual(Float64Array.of(0, 16, 8, 4))
  })

  it('that does not come fails the run, and a retry loads it again', async () => {
    let loads = 0
    const host = hostWith(
      { seeing },
      {
        loadData: () =>
          ++loads === 1
            ? Promise.reject(new Failure('dataUnavailable', { file: 'digits8.bin', status: 404 }))
            : Promise.resolve(digits),
      },
    )
    host.tell(run(1, 'seeing', 1))
    await eventually(() => host.ofType('failed').length === 1)
    expect(host.ofType('failed')[0]).toMatchObject({
      code: 'dataUnavailable',
      values: { file: 'digits8.bin', status: 404 },
    })
    host.tell(run(2, 'seeing', 1))
    await eventually(() => host.frames(2).length === 1)
  })

  it('that a simulation sends as it is stays whole for the next run', async () => {
    const giving = {
      needs: () => ['digits8'] as const,
      *simulate(_: unknown, { data }: { readonly data: (key: 'digits8') => DataSet }) {
        yield { pixels: data('digits8').pixels as unknown as Float64Array }
      },
    }
    const host = hostWith({ giving })
    for (const id of [1, 2]) {
      host.tell(run(id, 'giving', 1))
      await eventually(() => host.frames(id).length === 1)
      expect(host.frames(id)[0]!.frame.pixels).toEqual(Uint8Array.of(0, 16, 8, 4))
    }
  })
})

it('progress is told at most every 50 ms, but always its first and last', async () => {
  let time = 0
  const training = simulation(function* () {
    for (let done = 1; done <= 100; done++) {
      time += 4
      yield new Progress('train', done, 100)
    }
    yield { step: 0 }
  })
  const host = hostWith({ training }, { now: () => time })
  host.tell(run(1, 'training', 1))
  await eventually(() => host.frames(1).length === 1)
  const done = host.ofType('progress').map((message) => message.done)
  expect(done[0]).toBe(1)
  expect(done.at(-1)).toBe(100)
  expect(done.length).toBeLessThanOrEqual(2 + 400 / 50)
})

it('a ping is answered in the middle of long work', async () => {
  const training = simulation(function* () {
    for (;;) yield new Progress('train', 1, 2)
  })
  const host = hostWith({ training }, { sliceMs: 1 })
  host.tell(run(1, 'training', 1))
  await eventually(() => host.ofType('progress').length > 0)
  host.tell({ type: 'ping' })
  await eventually(() => host.ofType('pong').length === 1)
  expect(host.frames(1)).toEqual([])
  host.tell({ type: 'cancel', run: 1 })
  await calm()
})
