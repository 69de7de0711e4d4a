import { ownOrWorked, type NormalizeSettings } from './settings.ts'

/** The bet that fits the state: that of the picture, but one sample alone has no others to bet on. */
export function prediction(settings: NormalizeSettings): NormalizeSettings['view'] | 'one' {
  const { view, data, rows, batchSize, added, removed } = settings
  const whole = data === 'own' ? Math.min(batchSize, ownOrWorked(rows).length) : batchSize
  const alone = whole === 1 && added.length === 0 && removed.length === 0
  return view === 'rails' && alone ? 'one' : view
}
