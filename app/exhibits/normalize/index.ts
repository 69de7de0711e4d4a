import { defineExhibit } from '../contract.ts'
import { Actions } from './Actions.tsx'
import { challenges } from './challenges.ts'
import { describe } from './describe.ts'
import { formulas } from './formulas.ts'
import { initialFocus } from './initialFocus.ts'
import { deeds, prediction } from './prediction.ts'
import { presets } from './presets.ts'
import { schema } from './settings.ts'
import { table } from './table.ts'
import { en } from './text/en.ts'
import { zh } from './text/zh.ts'
import { values } from './values.ts'
import { loadOtherViews } from './useOtherViews.ts'
import { View } from './View.tsx'

export default defineExhibit({
  playback: 'stages',
  schema,
  presets,
  formulas,
  text: { en, zh },
  initialFocus,
  prediction,
  deeds,
  challenges,
  describe,
  values,
  table,
  View,
  preload: loadOtherViews,
  Actions,
})
