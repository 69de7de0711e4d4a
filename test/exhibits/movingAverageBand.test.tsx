// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { presets } from '../../app/exhibits/moving-average/presets.ts'
import type { Settings } from '../../app/exhibits/moving-average/settings.ts'
import { en } from '../../app/exhibits/moving-average/text/en.ts'
import { zh } from '../../app/exhibits/moving-average/text/zh.ts'
import { labelWidth } from '../../app/plot/labelParts.ts'
import { Lab } from './movingAverageLab.tsx'
import { runWith } from './movingAverageRun.ts'

afterEach(cleanup)

const pathOf = (root: ParentNode, selector: string) =>
  root.querySelector(selector)?.getAttribute('d') ?? ''
/** The corners of a path of absolute places. */
const corners = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Whether a line through these places meets the box, looked at pixel by pixel. */
function meets(line: readonly (readonly [number, number])[], box: Box): boolean {
  return line.slice(1).some(([x, y], i) => {
    const [fromX, fromY] = line[i]!
    const steps = Math.ceil(Math.hypot(x - fromX, y - fromY)) || 1
    return Array.from({ length: steps + 1 }, (_, k) => k / steps).some((share) => {
      const [atX, atY] = [fromX + share * (x - fromX), fromY + share * (y - fromY)]
      return atX > box.left && atX < box.right && atY > box.top && atY < box.bottom
    })
  })
}

/** The picture, and where the name of the band is in it. */
function drawn(patch: Partial<Settings>, text: typeof en | typeof zh, size: LabSize) {
  const { container } = render(<Lab patch={patch} text={text} size={size} />)
  const label = [...container.querySelectorAll('.label text')].find(
    ({ textContent }) => textContent === text.plot.theory,
  )
  const [x, y] = ['x', 'y'].map((name) => Number(label?.getAttribute(name))) as [number, number]
  const width = labelWidth([{ word: text.plot.theory }], 12.5)
  const box: Box | undefined = label && {
    left: x,
    right: x + 0.95 * width,
    top: y - 9,
    bottom: y + 2,
  }
  return { container, box }
}

type LabSize = { readonly width: number; readonly height: number }

const wild = { data: 'gaussian', mu: 5, sigma: 4, batchSize: 2, a: 0.5, steps: 5 } as const

const states: readonly Partial<Settings>[] = [
  {},
  presets.keras,
  presets.swapped,
  presets.corrected,
  presets.drift,
  presets.large,
  // Runs that leave their band where its name would stand.
  ...[0, 13].map((seed) => ({ ...wild, seed })),
  ...[1, 3].flatMap((steps) => [{ steps }, { steps, corrected: true }]),
  ...[0.01, 0.5, 0.97].flatMap((a) => [{ a }, { a, corrected: true }]),
]

describe('the name of the band', () => {
  it.each([
    [{ width: 656, height: 578 }, en],
    [{ width: 656, height: 578 }, zh],
    [{ width: 640, height: 322 }, en],
  ] as const)('stands on no line, no mean of a batch and no other word: %j', (size, text) => {
    for (const patch of states) {
      const { container, box } = drawn(patch, text, size)
      if (box) {
        const lane = container.querySelector('[data-symbol="mu"]:has(.running)')!
        const dots = [...pathOf(lane, '.batch-dots').matchAll(/M(-?[\d.]+) (-?[\d.]+)h0/g)]
        const onDots = dots.filter(
          ([, x, y]) =>
            Number(x) > box.left - 2 &&
            Number(x) < box.right + 2 &&
            Number(y) > box.top - 2 &&
            Number(y) < box.bottom + 2,
        )
        const onLines = ['.running', '.truth'].filter((name) =>
          meets(corners(pathOf(name === '.running' ? lane : lane.parentElement!, name)), box),
        )
        const onWords = [...container.querySelectorAll('.label text')].filter((other) => {
          const [x, y] = ['x', 'y'].map((name) => Number(other.getAttribute(name))) as [
            number,
            number,
          ]
          const words = other.textContent ?? ''
          const to = x + 0.95 * labelWidth([{ word: words }], 12.5)
          return (
            words !== text.plot.theory &&
            other.parentElement?.getAttribute('text-anchor') === 'start' &&
            x < box.right &&
            to > box.left &&
            y - 9 < box.bottom &&
            y + 2 > box.top
          )
        })
        expect([patch, onDots.length, onLines, onWords.map((word) => word.textContent)]).toEqual([
          patch,
          0,
          [],
          [],
        ])
      }
      cleanup()
    }
  })

  it('is there at first and with the start taken out, then over the lane beside a patch of the band', () => {
    const size = { width: 656, height: 578 }
    const first = drawn({}, en, size)
    expect(first.container.querySelectorAll('.area')).toHaveLength(3)
    expect(first.box!.top).toBeGreaterThan(34)
    cleanup()
    const corrected = drawn(presets.corrected, en, size)
    expect(corrected.container.querySelectorAll('.area')).toHaveLength(4)
    expect(corrected.box!.bottom).toBeLessThan(34)
  })
})

describe('the band', () => {
  it('of the variance ends at 0, where theory would go below', () => {
    const patch = { ...presets.corrected, startVariance: 0 } as const
    const frame = runWith(patch)
    expect(frame.expectedVariances[1]! - 2 * frame.varianceDeviations[1]!).toBeLessThan(0)
    const { container } = render(<Lab patch={patch} />)
    // The running line begins at the start, which is 0.
    const [zero] = corners(pathOf(container, '[data-symbol="variance"] .running'))
    const lane = [...container.querySelectorAll('.sym-variance')].find((group) =>
      group.querySelector('.area'),
    )!
    const heights = corners(pathOf(lane, '.area')).map(([, y]) => y)
    expect(Math.max(...heights)).toBe(zero![1])
  })

  it('of the mean goes below 0 where it does', () => {
    const patch = { startMean: -2, a: 0.99 } as const
    const frame = runWith(patch)
    const low = Math.min(
      ...frame.expectedMeans.map((mean, t) => mean - 2 * frame.meanDeviations[t]!),
    )
    expect(low).toBeLessThan(0)
    const { container } = render(<Lab patch={patch} />)
    const running = corners(pathOf(container, '.running'))
    // The lower edge is the way back, and ends at the start.
    const edge = corners(pathOf(container, '.area:not([d*="h"])')).slice(-3)
    expect(edge.at(-1)).toEqual(running[0])
    expect(edge[0]![1]).toBeLessThan(edge[1]![1])
  })
})

describe('what is remembered', () => {
  it.each([
    [en, 'running', 'corrected'],
    [zh, '滑动', '校正后'],
  ] as const)('is called corrected only where it is', (text, plain, corrected) => {
    const called = (patch: Partial<Settings>) => {
      const { container } = render(<Lab patch={patch} text={text} />)
      const words = [...container.querySelectorAll('.label text')].map(
        ({ textContent }) => textContent,
      )
      cleanup()
      return [plain, corrected].map((word) => words.filter((other) => other === word).length)
    }
    expect(called({})).toEqual([3, 0])
    expect(called({ corrected: true })).toEqual([0, 3])
    expect(called({ corrected: true, place: 0 })).toEqual([3, 0])
  })
})
