import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createClient } from '../../src/worker/client.ts'
import { serve } from '../../src/worker/host.ts'
import { readFromWorker, readToWorker } from '../../src/worker/messages.ts'
import { calm, counting, eventually, hostOptions, listener } from './helpers.ts'

const types =
  'data run change credit recycle cancel ping ready pong progress frame done failed __proto__ toString'.split(
    ' ',
  )
const run = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.anything())
const nearlyMessages = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...types), fc.anything()),
    run,
    exhibit: fc.oneof(fc.constantFrom('counting', '__proto__'), fc.anything()),
    settings: fc.anything(),
    credit: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.anything()),
    count: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.anything()),
    change: fc.anything(),
    sources: fc.anything(),
    buffers: fc.anything(),
    stage: fc.anything(),
    done: fc.anything(),
    total: fc.anything(),
    index: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.anything()),
    frame: fc.anything(),
    frames: fc.anything(),
    code: fc.anything(),
    values: fc.anything(),
  },
  { requiredKeys: [] },
)
const anything = fc.oneof(fc.anything({ withTypedArray: true, withDate: true }), nearlyMessages)

/** A port whose messages the test puts in by hand. */
function handFed() {
  let put: (message: unknown) => void = () => {}
  const posted: unknown[] = []
  return {
    port: {
      post: (message: unknown) => posted.push(message),
      listen: (onMessage: (message: unknown) => void) => {
        put = onMessage
      },
      close: () => {},
    },
    put: (message: unknown) => put(message),
    posted,
  }
}

const patience = { timeout: 120_000 }

it('the host survives 10,000 messages from anywhere and still serves', patience, async () => {
  const { port, put, posted } = handFed()
  serve(port, hostOptions({ counting }))
  fc.assert(
    fc.property(anything, (message) => {
      put(message)
    }),
    { numRuns: 10_000, seed: 2 },
  )
  await calm()
  put({ type: 'run', run: 987_654, exhibit: 'counting', settings: {}, credit: 1 })
  await eventually(() =>
    posted.some((message) => {
      const frame = readFromWorker(message)
      return frame?.type === 'frame' && frame.run === 987_654
    }),
  )
})

it(
  'the client survives 10,000 messages from anywhere and still hears its run',
  patience,
  async () => {
    const { port, put, posted } = handFed()
    const client = createClient({
      connect: () => ({ port, terminate: () => {} }),
      fallback: () => Promise.reject(new Error('no page here')),
      sources: {},
      after: () => () => {},
      hidden: () => false,
    })
    put({ type: 'ready' })
    fc.assert(
      fc.property(anything, (message) => {
        put(message)
      }),
      { numRuns: 10_000, seed: 3 },
    )
    const heard = listener()
    client.start('counting', {}, heard, 1)
    const started = posted.map(readToWorker).find((message) => message?.type === 'run')
    put({
      type: 'frame',
      run: started?.type === 'run' ? started.run : -1,
      index: 0,
      frame: { step: 7 },
    })
    expect(heard.frames).toEqual([{ step: 7 }])
  },
)

it.each([
  [{ type: 'run', run: 1, exhibit: 'a', settings: {}, credit: 0 }],
  [{ type: 'change', run: 1, change: { rate: 1 } }],
  [{ type: 'credit', run: 1, count: 2 }],
  [{ type: 'recycle', run: 1, buffers: [new ArrayBuffer(8)] }],
  [{ type: 'cancel', run: 1 }],
  [{ type: 'ping' }],
  [{ type: 'data', sources: { a: 'https://example.org/a', b: new ArrayBuffer(1) } }],
])('%j is a message to the worker', (message) => {
  expect(readToWorker(message)).toBe(message)
})

it.each([
  [undefined],
  ['ping'],
  [['ping']],
  [{ type: 'other' }],
  [{ type: 'toString' }],
  [Object.create({ type: 'ping' })],
  [{ type: 'run', run: 1.5, exhibit: 'a', settings: {}, credit: 0 }],
  [{ type: 'run', run: 1, exhibit: 'a', credit: 0 }],
  [{ type: 'run', run: 1, exhibit: 'a', settings: {}, credit: Infinity }],
  [{ type: 'credit', run: 1, count: 0 }],
  [{ type: 'credit', run: 1, count: NaN }],
  [{ type: 'data', sources: { a: 1 } }],
])('%j is none', (message) => {
  expect(readToWorker(message)).toBeUndefined()
})
