import type { Card } from '../../../src/exhibit/card.ts'

export const card = {
  order: 1,
  title: { en: 'Normalize', zh: '归一化' },
} as const satisfies Card
