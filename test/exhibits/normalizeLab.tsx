import { initialFocus } from '../../app/exhibits/normalize/initialFocus.ts'
import { schema } from '../../app/exhibits/normalize/settings.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { View } from '../../app/exhibits/normalize/View.tsx'
import { createLab } from '../support/viewLab.tsx'
import { normalizeFrame } from './normalizeRun.ts'

export const Lab = createLab({
  schema,
  frameOf: normalizeFrame,
  initialFocus,
  View,
  text: en,
  size: { width: 656, height: 470 },
  stage: 3,
})
