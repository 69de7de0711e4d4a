import type { BackwardFrame } from '../../../src/simulation/backwardFrame.ts'
import { Prose } from '../../text/Prose.tsx'
import type { ActionsProps } from '../contract.ts'
import { schema } from './settings.ts'
import type { Text } from './text/en.ts'

/** One step of gradient descent, and the way back from what a hand has moved. */
export function Actions({
  settings,
  frame,
  text,
  set,
}: ActionsProps<typeof schema, BackwardFrame, Text>) {
  const { actions } = text
  const moved = settings.moved.length > 0 || settings.gradients.length > 0
  const byNetwork = settings.loss !== 'linear'
  if (!byNetwork && !moved) return null
  const { nextGamma, nextBeta } = frame
  const none = frame.dGamma === 0 && frame.dBeta === 0
  const far = !isWithin(schema.gamma, nextGamma) || !isWithin(schema.beta, nextBeta)
  return (
    <div className="backward-actions">
      {byNetwork && (
        <p>
          <Prose
            text={none ? actions.stepNone : far ? actions.stepFar : actions.stepNote}
            values={{
              loss: { value: frame.loss, digits: 4 },
              next: { value: frame.nextLoss, digits: 4 },
            }}
          />
        </p>
      )}
      <div className="backward-buttons">
        {byNetwork && (
          <button
            type="button"
            className="button"
            disabled={none || far}
            onClick={() => set({ gamma: nextGamma, beta: nextBeta })}
          >
            <Prose text={actions.step} />
          </button>
        )}
        {moved && (
          <button
            type="button"
            className="button"
            onClick={() => set({ moved: [], gradients: [], loss: 'all' })}
          >
            {actions.putBack}
          </button>
        )}
      </div>
    </div>
  )
}

interface Ends {
  readonly min: number
  readonly max: number
}

function isWithin({ min, max }: Ends, value: number): boolean {
  return value >= min && value <= max
}
