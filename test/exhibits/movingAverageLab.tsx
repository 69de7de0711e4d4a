import { Actions } from '../../app/exhibits/moving-average/Actions.tsx'
import { schema } from '../../app/exhibits/moving-average/settings.ts'
import { en } from '../../app/exhibits/moving-average/text/en.ts'
import { View } from '../../app/exhibits/moving-average/View.tsx'
import { createLab } from '../support/viewLab.tsx'
import { runWith } from './movingAverageRun.ts'

export const Lab = createLab({
  schema,
  frameOf: runWith,
  View,
  Actions,
  text: en,
  size: { width: 656, height: 578 },
})
