import { describe, expect, it } from 'vitest'
import { equation, labelParts, labelWidth } from '../../app/plot/labelParts.ts'

describe('labelParts', () => {
  it('splits symbols from words', () => {
    expect(labelParts('mean {:mu} of {:xhat}')).toEqual([
      { word: 'mean ' },
      { symbol: 'mu' },
      { word: ' of ' },
      { symbol: 'xhat' },
    ])
  })

  it('an unknown symbol stays text, so that a test sees it', () => {
    expect(labelParts('{:phi}')).toEqual([{ word: '{:phi}' }])
  })
})

describe('labelWidth', () => {
  it('grows with the size of the letters', () => {
    const parts = equation('mu', '3.13')
    expect(labelWidth(parts, 28)).toBeCloseTo(2 * labelWidth(parts, 14), 10)
  })

  // Measured by Chromium at 14 px: Inter 500 and 600, KaTeX_Math, Noto Sans CJK.
  it.each([
    ['μ = 3.13', equation('mu', '3.13'), 57.1],
    ['μ = 100000.45', equation('mu', '100000.45'), 102.4],
    ['β = −0.58', equation('beta', '−0.58'), 65.6],
    ['−1.35', [{ number: '−1.35' }], 40],
    ['mean 0, variance 1', [{ word: 'mean 0, variance 1' }], 124.6],
    ['归一化之后的', [{ word: '归一化之后的' }], 84],
    ['第 18 张图', [{ word: '第 18 张图' }], 64.1],
  ])('%s: what the browser draws, or up to a tenth more', (_, parts, measured) => {
    const ratio = labelWidth(parts, 14) / measured
    expect(ratio).toBeGreaterThan(0.99)
    expect(ratio).toBeLessThan(1.1)
  })
})
