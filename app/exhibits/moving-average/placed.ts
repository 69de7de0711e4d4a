import { placeIn } from '../../../src/settings/place.ts'
import { movingAverageAt, type MovingAverageAt } from '../../../src/simulation/movingAverageAt.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { Settings } from './settings.ts'

/** Whether a batch has come at the place that is looked at. */
export const later = ({ place }: Pick<Settings, 'place'>): boolean => place === null || place >= 1

/** The run at the batch that is looked at. */
export function placed(
  frame: MovingAverageFrame,
  { place }: Pick<Settings, 'place'>,
): MovingAverageAt {
  return movingAverageAt(frame, placeIn(place, frame.steps))
}
