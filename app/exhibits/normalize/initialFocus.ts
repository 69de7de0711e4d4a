import type { Focus } from '../../../src/exhibit/exhibit.ts'
import type { NormalizeFrame } from '../../../src/simulation/normalizeFrame.ts'

/** The sample farthest to the right: the one that the bet asks about. */
export function initialFocus(frame: NormalizeFrame): Focus {
  if (frame.kind === 'million') return { sample: 0, feature: 0 }
  return { sample: frame.x.indexOf(Math.max(...frame.x)), feature: frame.unit }
}
