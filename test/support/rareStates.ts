import type { Schema, SettingsOf } from '../../src/settings/field.ts'

const eight = [0, 1, 2, 3, 4, 5, 6, 7]
const silent = eight.map((i) => [i, 0] as const)
const halves = eight.map((i) => [i, i < 4 ? -1 : 1] as const)

/** States that only a hand comes to, and for which an exhibit has words of its own. */
export const rareStates: Readonly<Record<string, readonly Partial<SettingsOf<Schema>>[]>> = {
  backward: [
    { gamma: 0 },
    { beta: -4, loss: 'one' },
    { loss: 'linear', gradients: silent },
    { loss: 'one', moved: halves },
    { loss: 'one', moved: halves, sample: 1 },
  ],
}
