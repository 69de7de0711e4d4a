import { filled } from '../../../src/exhibit/filled.ts'
import { formatPower, formatShare } from '../../../src/exhibit/formatNumber.ts'
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
            <th scope="col">
              <Prose text={words.variance} />
            </th>
            <th scope="col">
              <Prose text="{:epsilon}" />
            </th>
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
                  <small>
                    {filled(words.usual, { value: formatShare(momentumOf(id, usual.a)) })}
                  </small>
                </td>
                <td>{text.choices.variance[usual.variance]}</td>
                <td>{formatPower(usual.epsilon)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>
        <Prose text={words.differs[chosen ?? 'none']} />
      </p>
      {settings.x !== null && (
        <button type="button" className="button" onClick={() => set({ x: null })}>
          {words.testSample}
        </button>
      )}
    </section>
  )
}
