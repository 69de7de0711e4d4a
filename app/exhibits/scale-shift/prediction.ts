import type { Deed } from '../../../src/exhibit/exhibit.ts'
import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import { batches, type schema, type Settings } from './settings.ts'

type Name = 'zero' | 'negative' | 'next'

/** So near 0 that the picture gives the answer away. */
const least = 0.05

/** The bet that fits the state. */
export function prediction(
  { gamma, beta }: Settings,
  frame?: Pick<ScaleShiftFrame, 'sigma' | 'mu'>,
): Name | undefined {
  const isBack = frame && near(gamma, frame.sigma, 1e-6) && near(beta, frame.mu, 1e-6)
  if (isBack) return 'next'
  if (gamma < -least) return 'negative'
  // With beta at 0 two of the answers would be right.
  return gamma < least || Math.abs(beta) < least ? undefined : 'zero'
}

export const deeds: Readonly<Record<Name, Deed<typeof schema, ScaleShiftFrame>>> = {
  zero: {
    keys: ['gamma'],
    done: ({ frame }) => near(frame.gamma, 0, 0.015),
    show: () => ({ gamma: 0 }),
  },
  negative: {
    keys: ['gamma'],
    done: ({ frame }, before) => near(frame.gamma, -before.frame.gamma, 0.1),
    show: ({ frame }) => ({ gamma: Math.abs(frame.gamma) }),
  },
  next: {
    keys: ['batch'],
    done: ({ frame }, before) =>
      frame.mu !== before.frame.mu &&
      frame.gamma === before.frame.gamma &&
      frame.beta === before.frame.beta,
    show: ({ settings }) => ({ batch: (settings.batch % batches) + 1 }),
  },
}

function near(a: number, b: number, by: number): boolean {
  return Math.abs(a - b) < by
}
