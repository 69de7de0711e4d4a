import type { ScaleShiftFrame } from '../../../src/simulation/scaleShiftFrame.ts'
import type { ActionsProps } from '../contract.ts'
import { Prose } from '../../text/Prose.tsx'
import { batches, type schema } from './settings.ts'
import type { Text } from './text/en.ts'

/** Takes gamma and beta from this batch, and shows what they do to another. */
export function Actions({
  settings,
  frame,
  text,
  set,
}: ActionsProps<typeof schema, ScaleShiftFrame, Text>) {
  const { actions } = text
  const toBatch = (step: number): void =>
    set({ batch: ((settings.batch - 1 + step + batches) % batches) + 1 })
  const back = frame.gamma === frame.sigma && frame.beta === frame.mu
  return (
    <div className="scale-shift-actions">
      <p>
        <Prose
          text={back ? actions.isBack : actions.means}
          values={{ rms: { value: frame.rms, symbol: 'y' } }}
        />
      </p>
      <div className="scale-shift-buttons">
        <button
          type="button"
          className="button"
          onClick={() => set({ gamma: frame.sigma, beta: frame.mu })}
        >
          <Prose text={actions.giveBack} />
        </button>
        <button
          type="button"
          className="button"
          aria-label={actions.previousBatch}
          onClick={() => toBatch(-1)}
        >
          ←
        </button>
        <button type="button" className="button" onClick={() => toBatch(1)}>
          {actions.nextBatch}
        </button>
      </div>
    </div>
  )
}
