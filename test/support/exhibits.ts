import type { DataSet } from '../../src/data/dataSet.ts'
import type { Schema, SettingsOf } from '../../src/settings/field.ts'
import type { Frame } from '../../src/simulation/frame.ts'
import { Progress, type Simulation, type SimulationTools } from '../../src/simulation/simulate.ts'
import { createMemo } from '../../src/worker/memo.ts'
import { shippedDigits } from './digits.ts'

const schemaModules = import.meta.glob<Schema>('../../app/exhibits/*/settings.ts', {
  eager: true,
  import: 'schema',
})
const simulationModules = import.meta.glob<Simulation>('../../app/exhibits/*/simulation.ts', {
  eager: true,
})

const byId = <T>(modules: Record<string, T>): ReadonlyMap<string, T> =>
  new Map(Object.entries(modules).map(([path, found]) => [path.split('/').at(-2)!, found]))

/** The schema of every exhibit found, by its id. */
export const schemas = [...byId(schemaModules)]

const simulations = byId(simulationModules)

export function simulationOf(id: string): Simulation {
  const simulation = simulations.get(id)
  if (!simulation) throw new Error(`app/exhibits/${id} has no simulation.ts`)
  return simulation
}

let digits: DataSet | undefined
const memo = createMemo(256 * 2 ** 20, new WeakSet())

/** What a simulation is given: the shipped images, and one memory for the whole test file. */
export function toolsFor(id: string): SimulationTools {
  return {
    data: () => (digits ??= shippedDigits()),
    memo: memo(id),
  }
}

const computed = new Map<string, readonly Frame[]>()

/** The frames of a run, `most` of them at most, computed once per test file. */
export function framesOf(
  id: string,
  settings: SettingsOf<Schema>,
  most = Number.POSITIVE_INFINITY,
): readonly Frame[] {
  const key = JSON.stringify([id, settings, most])
  const found = computed.get(key) ?? computedFrames(id, settings, most)
  computed.set(key, found)
  return found
}

/** The same, computed anew. */
export function computedFrames(
  id: string,
  settings: SettingsOf<Schema>,
  most = Number.POSITIVE_INFINITY,
): readonly Frame[] {
  const frames: Frame[] = []
  for (const step of simulationOf(id).simulate(settings as never, toolsFor(id))) {
    if (step instanceof Progress) continue
    frames.push(step)
    if (frames.length >= most) break
  }
  return frames
}

export function firstFrame(id: string, settings: SettingsOf<Schema>): Frame {
  const [frame] = framesOf(id, settings, 1)
  if (!frame) throw new Error(`${id} gives no frame`)
  return frame
}
