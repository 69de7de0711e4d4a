import { formatPower, formatShare } from '../../../src/exhibit/formatNumber.ts'
import { maximumSeed } from '../../../src/settings/fields.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { Prose } from '../../text/Prose.tsx'
import type { ActionsProps } from '../contract.ts'
import { conventions, frameworkOf, frameworks, momentumOf } from './conventions.ts'
import type { schema } from './settings.ts'
import type { Text } from './text/en.ts'

/** One keep-rate as each framework writes it, and its defaults at a press. */
export function Actions({
  settings,
  text,
  set,
}: ActionsProps<typeof schema, MovingAverageFrame, Text>) {
  const { frameworks: words } = text
  const chosen = frameworkOf(settings)
  return (
    <section className="moving-average-frameworks" aria-label={words.title}>
      <table>
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.usual}</th>
          </tr>
        </thead>
        <tbody>
          {frameworks.map((id) => {
            const { name, momentum, settings: usual } = conventions[id]
            return (
              <tr key={id}>
                <th scope="row">
                  <button
                    type="button"
                    className="button"
                    aria-pressed={id === chosen}
                    onClick={() => set(usual)}
                  >
                    {name}
                  </button>
                </th>
                <td>
                  <Prose text={momentum === 'kept' ? '{:a}' : '1 − {:a}'} /> ={' '}
                  <b>{formatShare(momentumOf(id, settings.a))}</b>
                </td>
                <td>
                  {formatShare(momentumOf(id, usual.a))}
                  <span className="visually-hidden">, ε {formatPower(usual.epsilon)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>
        <Prose text={words.differs[chosen ?? 'none']} />
      </p>
      <label>
        <input
          type="checkbox"
          checked={settings.variance === 'unbiased'}
          onChange={(event) =>
            set({ variance: event.currentTarget.checked ? 'unbiased' : 'biased' })
          }
        />
        <span>{words.unbiased}</span>
      </label>
      <label>
        <input
          type="checkbox"
          checked={settings.corrected}
          onChange={(event) => set({ corrected: event.currentTarget.checked })}
        />
        <span>
          <Prose text={words.corrected} />
        </span>
      </label>
      <button
        type="button"
        className="button"
        onClick={() => set({ seed: settings.seed >= maximumSeed ? 0 : settings.seed + 1 })}
      >
        {words.stream}
      </button>
    </section>
  )
}
