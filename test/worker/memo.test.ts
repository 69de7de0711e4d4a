import { describe, expect, it } from 'vitest'
import { Progress } from '../../src/simulation/simulate.ts'
import { createMemo } from '../../src/worker/memo.ts'
import { calm, eventually, hostWith, simulation } from './helpers.ts'

function result<T>(generator: Generator<unknown, T, unknown>): T {
  for (;;) {
    const step = generator.next()
    if (step.done) return step.value
  }
}

/** Work that counts how often it begins. */
function counted(bytes: number) {
  const work = {
    begun: 0,
    *run() {
      work.begun++
      yield new Progress('train', 0, 1)
      return new Uint8Array(bytes)
    },
  }
  return work
}

const kilobyte = 1024

describe('memo', () => {
  it('does the work of a key once and gives the same result ever after', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    const work = counted(10)
    const first = result(memo('layer', work.run))
    expect(result(memo('layer', work.run))).toBe(first)
    expect(work.begun).toBe(1)
  })

  it('keeps the keys of two exhibits apart', () => {
    const memoOf = createMemo(kilobyte, new WeakSet())
    const work = counted(10)
    result(memoOf('normalize')('layer', work.run))
    result(memoOf('scale-shift')('layer', work.run))
    expect(work.begun).toBe(2)
  })

  it('forgets what was used longest ago when the bytes run out', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    const [a, b, c] = [counted(400), counted(400), counted(400)]
    result(memo('a', a.run))
    result(memo('b', b.run))
    result(memo('a', a.run))
    result(memo('c', c.run))
    result(memo('a', a.run))
    expect([a.begun, b.begun, c.begun]).toEqual([1, 1, 1])
    result(memo('b', b.run))
    expect(b.begun).toBe(2)
  })

  it('does not keep a result that is larger than all its room', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    const [small, large] = [counted(10), counted(2000)]
    result(memo('small', small.run))
    result(memo('large', large.run))
    result(memo('large', large.run))
    result(memo('small', small.run))
    expect([small.begun, large.begun]).toEqual([1, 2])
  })

  it('counts a buffer of many views once, in whatever it lies', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    let begun = 0
    function* work() {
      begun++
      yield new Progress('train', 0, 1)
      const buffer = new ArrayBuffer(600)
      return { rows: [new Uint8Array(buffer), new Uint8Array(buffer, 300)], name: 'x' }
    }
    result(memo('views', work))
    result(memo('views', work))
    expect(begun).toBe(1)
  })

  it('goes on with work that was left halfway, and keeps nothing of it before its end', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    const work = counted(10)
    const left = memo('layer', work.run)
    expect(left.next().value).toBeInstanceOf(Progress)
    left.return(new Uint8Array())
    expect(result(memo('layer', work.run))).toHaveLength(10)
    expect(work.begun).toBe(1)
  })

  it('lets go of old unfinished work that nobody waits for, and runs its finally', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    const ended: number[] = []
    for (let key = 0; key < 7; key++) {
      const asker = memo(`key ${key}`, function* () {
        try {
          for (;;) yield new Progress('train', 0, 1)
        } finally {
          ended.push(key)
        }
      })
      asker.next()
      asker.return(undefined as never)
    }
    expect(ended).toEqual([0, 1])
  })

  it('lets many that run side by side, one step each in turn, all come to their end', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    const begun: number[] = []
    const running = Array.from({ length: 20 }, (_, k) =>
      memo(`layer ${k}`, function* work() {
        begun.push(k)
        for (let done = 0; done < 5; done++) yield new Progress('train', done, 5)
        return new Uint8Array(1)
      }),
    )
    for (let turn = 0; turn < 5; turn++) for (const one of running) one.next()
    expect(running.map((one) => one.next().done)).toEqual(running.map(() => true))
    expect(begun).toHaveLength(20)
  })

  it('gives two that ask at once the same result of one computation', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    let steps = 0
    function* work() {
      for (; steps < 6; steps++) yield new Progress('train', steps, 6)
      return Float64Array.of(steps)
    }
    const [one, two] = [memo('layer', work), memo('layer', work)]
    one.next()
    two.next()
    one.next()
    expect(result(two)).toBe(result(one))
    expect(steps).toBe(6)
  })

  it('tries failed work again', () => {
    const memo = createMemo(kilobyte, new WeakSet())('normalize')
    let tries = 0
    function* work() {
      yield new Progress('train', 0, 1)
      if (++tries === 1) throw new RangeError('no')
      return tries
    }
    expect(() => result(memo('layer', work))).toThrow('no')
    expect(result(memo('layer', work))).toBe(2)
  })
})

it('a result that a simulation sends to the page stays whole in the cache', async () => {
  let trained = 0
  const showing = simulation(function* (_, { memo }) {
    const weights = yield* memo('weights', function* () {
      trained++
      yield new Progress('train', 1, 1)
      return Float64Array.of(1, 2, 3)
    })
    yield { weights }
  })
  const host = hostWith({ showing })
  for (const id of [1, 2, 3]) {
    host.tell({ type: 'run', run: id, exhibit: 'showing', settings: {}, credit: 1 })
    await eventually(() => host.frames(id).length === 1)
    expect(host.frames(id)[0]!.frame.weights).toEqual(Float64Array.of(1, 2, 3))
  }
  expect(trained).toBe(1)
})

it('a drag that restarts the run again and again lets the training come to its end', async () => {
  const training = simulation(function* (_, { memo }) {
    const steps = yield* memo('layer', function* () {
      for (let done = 1; done <= 50; done++) yield new Progress('train', done, 50)
      return 50
    })
    yield { steps }
  })
  const tasks: (() => void)[] = []
  const host = hostWith({ training }, { task: (run) => tasks.push(run), sliceMs: 0 })
  const slice = () => tasks.splice(0).forEach((task) => task())
  let id = 0
  while (host.frames(id).length === 0 && id < 60) {
    host.tell({ type: 'cancel', run: id })
    host.tell({ type: 'run', run: ++id, exhibit: 'training', settings: { x: id }, credit: 1 })
    await calm()
    slice()
    await calm()
  }
  expect(id).toBeLessThanOrEqual(52)
})
