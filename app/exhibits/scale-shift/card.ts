import type { Card } from '../../../src/exhibit/card.ts'

export const card = {
  order: 2,
  title: { en: 'Scale and shift', zh: '缩放与平移' },
} as const satisfies Card
