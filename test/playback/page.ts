import { manualClock } from '../../app/playback/clock.ts'
import { createPlayer } from '../../app/playback/createPlayer.ts'
import type { PlayerOptions } from '../../app/playback/player.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import { choice, integer, number } from '../../src/settings/fields.ts'
import { type Client, createClient } from '../../src/worker/client.ts'
import { serve } from '../../src/worker/host.ts'
import { channel, hostOptions, simulation, type Simulations } from '../worker/helpers.ts'

export const schema = {
  start: integer({ initial: 0, min: 0, max: 1e6 }),
  length: integer({ initial: 5, min: 1, max: 1e6 }),
  columns: integer({ initial: 2, min: 1, max: 1e7 }),
  unit: choice({ role: 'view', initial: 'a', choices: ['a', 'b'] }),
}
export type Settings = SettingsOf<typeof schema>
export const initial: Settings = { start: 0, length: 5, columns: 2, unit: 'a' }

export const liveSchema = {
  ...schema,
  rate: number({ role: 'live', initial: 1, min: 0, max: 100 }),
}

/** Counts from `start`; counts how many frames it has computed in all. */
export function countedSteps() {
  const counted = {
    computed: 0,
    simulations: {
      steps: simulation(function* ({ start, length, columns }: Settings) {
        for (let step = 0; step < length; step++) {
          counted.computed++
          const x = new Float64Array(columns).fill(start + step)
          yield { value: start + step, even: step % 2 === 0, name: `step ${step}`, x }
        }
      }),
    } satisfies Simulations,
  }
  return counted
}

export function clientOf(simulations: Simulations): Client {
  return createClient({
    fallback: () => {
      const [inside, outside] = channel()
      serve(inside, hostOptions(simulations))
      return Promise.resolve(outside)
    },
    sources: {},
    after: () => () => {},
    hidden: () => false,
  })
}

export function playerOf<S extends Schema>(
  simulations: Simulations,
  schemaOfExhibit: S,
  options: Partial<PlayerOptions<S>> = {},
) {
  const clock = manualClock()
  const player = createPlayer<S>({
    client: clientOf(simulations),
    exhibit: 'steps',
    schema: schemaOfExhibit,
    playback: 'steps',
    clock,
    autoplay: false,
    framesPerSecond: 10,
    ...options,
  })
  return { player, clock }
}
