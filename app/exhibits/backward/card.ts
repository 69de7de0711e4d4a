import type { Card } from '../../../src/exhibit/card.ts'

export const card = {
  order: 6,
  title: { en: 'Backward', zh: '反向传播' },
} as const satisfies Card
