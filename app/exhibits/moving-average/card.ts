import type { Card } from '../../../src/exhibit/card.ts'

export const card = {
  order: 3,
  title: { en: 'Moving average', zh: '滑动平均' },
} as const satisfies Card
