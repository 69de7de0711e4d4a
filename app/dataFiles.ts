import type { DataKey } from '../src/simulation/simulate.ts'

/** The files that a data set is made of. */
export const dataSetFiles = {
  digits8: { pixels: 'digits8.bin', labels: 'digits8_labels.bin' },
} as const satisfies Readonly<Record<DataKey, { readonly pixels: string; readonly labels: string }>>

export const dataFiles: readonly string[] = Object.values(dataSetFiles).flatMap((set) =>
  Object.values(set),
)
