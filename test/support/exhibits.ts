import type { Schema } from '../../src/settings/field.ts'

const found = import.meta.glob<Schema>('../../app/exhibits/*/settings.ts', {
  eager: true,
  import: 'schema',
})

/** The schema of every exhibit found, by its id. */
export const schemas: readonly (readonly [id: string, schema: Schema])[] = Object.entries(
  found,
).map(([path, schema]) => [path.split('/').at(-2)!, schema])
