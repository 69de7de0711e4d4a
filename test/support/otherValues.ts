import type { Field } from '../../src/settings/field.ts'

/** Values unlike the present one, that must make a difference if the field means anything. */
export function otherValues(field: Field, now: unknown): readonly unknown[] {
  const candidates = (): readonly unknown[] => {
    switch (field.kind) {
      case 'number':
      case 'autoNumber':
        return [middle(field.min, field.max, field.scale), field.min, field.max]
      case 'integer':
        return [field.min, field.min + 1, Math.min(field.max, field.min + 6)]
      case 'choice':
        return field.choices
      case 'flag':
        return [true, false]
      case 'seed':
        return [Number(now) + 1]
      case 'numbers':
        return [[[4, 1, 2.5]], [[1], [2], [5]]]
      case 'edits':
        return [[[0, 30.25]]]
    }
  }
  return candidates().filter((value) => JSON.stringify(value) !== JSON.stringify(now))
}

function middle(min: number, max: number, scale: 'linear' | 'log' | 'nearOne'): number {
  return scale === 'log' ? Math.sqrt(min * max) : min + 0.61 * (max - min)
}
