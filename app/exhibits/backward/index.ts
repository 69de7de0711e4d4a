import { defineExhibit } from '../contract.ts'
import { Actions } from './Actions.tsx'
import { challenges } from './challenges.ts'
import { formulas } from './formulas.ts'
import { deeds, prediction } from './prediction.ts'
import { presets } from './presets.ts'
import { only, schema } from './settings.ts'
import { table } from './table.ts'
import { en } from './text/en.ts'
import { zh } from './text/zh.ts'
import { View } from './View.tsx'
import { describe, values } from './words.ts'

export default defineExhibit({
  playback: 'stages',
  schema,
  presets,
  formulas,
  text: { en, zh },
  initialFocus: () => ({ sample: only - 1, feature: 0 }),
  prediction,
  deeds,
  challenges,
  describe,
  values,
  table,
  View,
  Actions,
})
