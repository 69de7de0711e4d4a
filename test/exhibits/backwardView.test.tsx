// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Actions } from '../../app/exhibits/backward/Actions.tsx'
import { schema, type Settings } from '../../app/exhibits/backward/settings.ts'
import { en } from '../../app/exhibits/backward/text/en.ts'
import { zh } from '../../app/exhibits/backward/text/zh.ts'
import { View } from '../../app/exhibits/backward/View.tsx'
import { ReducedMotion } from '../../app/plot/motion.ts'
import { patchedSettings } from '../../src/settings/settings.ts'
import { backwardFrame, settingsWith } from './backwardRun.ts'

const sizes = [
  { width: 656, height: 576 },
  { width: 612, height: 304 },
  { width: 356, height: 388 },
  { width: 400, height: 190 },
  { width: 320, height: 196 },
]

interface LabProps {
  readonly patch?: Partial<Settings>
  readonly size?: { readonly width: number; readonly height: number }
  readonly text?: typeof en | typeof zh
  readonly stage?: number
}

let now: Settings
const seen = (settings: Settings): void => {
  now = settings
}

/** The exhibit without its page: settings, their frame, the picture and its buttons. */
function Lab({ patch = {}, size = sizes[0]!, text = en, stage = 4 }: LabProps) {
  const [settings, setSettings] = useState(() => settingsWith(patch))
  seen(settings)
  const frame = backwardFrame(settings)
  const focus = { sample: 0, feature: 0 }
  const set = (change: Partial<Settings>): void =>
    setSettings((old) => patchedSettings(schema, old, change))
  return (
    <ReducedMotion value={true}>
      <View
        settings={settings}
        frame={frame}
        history={() => new Float64Array()}
        focus={focus}
        setFocus={() => {}}
        text={text}
        set={set}
        size={size}
        stage={stage}
      />
      <Actions settings={settings} frame={frame} focus={focus} text={text} set={set} />
    </ReducedMotion>
  )
}

// What React and the browser complain of fails the test that caused it.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    throw new Error(words.map(String).join(' '))
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const slider = (name: string): HTMLElement => screen.getByRole('slider', { name })

describe.each([
  ['en', en],
  ['zh', zh],
] as const)('the picture, %s', (_, text) => {
  it.each(sizes)(
    'is drawn in $width x $height at every stage without a complaint or a number that is none',
    (size) => {
      for (const view of ['graph', 'batch'] as const)
        for (const patch of [{ scale: 0.01, epsilon: '1e-3' }, { moved: [[7, 900]] }] as const)
          for (const stage of [0, 1.7, 3.6, 4]) {
            const { container } = render(
              <Lab patch={{ ...patch, view }} size={size} text={text} stage={stage} />,
            )
            expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined|\{/)
            cleanup()
          }
    },
  )
})

describe('a gradient', () => {
  it.each([
    ['graph', '{ArrowRight}'],
    ['batch', '{ArrowUp}'],
  ] as const)('moves by key in the %s, and the loss is a sum from then on', async (view, key) => {
    render(<Lab patch={{ view }} />)
    const name = 'Sample 3: upstream gradient'
    slider(name).focus()
    await userEvent.keyboard(key)
    expect(now.loss).toBe('linear')
    expect(now.gradients).toHaveLength(8)
    expect(now.gradients[2]).toEqual([2, 0.01])
    expect(now.gradients[7]![1]).toBeCloseTo(backwardFrame().dXHat[7]!, 4)
    expect(slider(name).getAttribute('aria-valuetext')).toMatch(/^0\.010, direct 0\.009/)
    expect(now.sample).toBe(7)
  })

  it('stays within the scale', async () => {
    render(<Lab />)
    slider('Sample 8: upstream gradient').focus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}')
    expect(now.gradients[7]).toEqual([7, 0.2])
  })
})

describe('a sample', () => {
  it.each(['graph', 'batch'] as const)('moves by key in the %s', async (view) => {
    render(<Lab patch={{ view, scale: 10, bias: 1 }} />)
    const [before, name] = [backwardFrame().x[0]!, 'Sample 1: x']
    slider(name).focus()
    await userEvent.keyboard('{ArrowLeft}')
    expect(now.moved[0]![1]).toBeCloseTo(before - 0.2, 3)
    expect(now.loss).toBe('all')
  })

  it('is chosen by the keys across, by its row, and is then the only tab stop of its kind', async () => {
    const { container } = render(<Lab />)
    slider('Sample 7: x').focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(now.sample).toBe(6)
    expect(document.activeElement).toBe(slider('Sample 6: x'))
    await userEvent.keyboard('{Home}')
    expect(now.sample).toBe(1)
    fireEvent.pointerDown(container.querySelectorAll('.row')[4]!)
    expect(now.sample).toBe(5)
    const stops = [...container.querySelectorAll('[role="slider"][tabindex="0"]')]
    expect(stops.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Sample 5: x',
      'Sample 5: upstream gradient',
    ])
  })

  it('goes back to where it was when the drag is broken off', () => {
    render(<Lab />)
    const mark = slider('Sample 2: x')
    fireEvent.pointerDown(mark, { pointerId: 1, clientX: 200, clientY: 100, button: 0 })
    fireEvent.pointerMove(mark, { pointerId: 1, clientX: 215, clientY: 100 })
    expect(now.moved).toHaveLength(1)
    fireEvent.keyDown(document, { key: 'Escape' })
    expect(now.moved).toEqual([])
    fireEvent.pointerMove(mark, { pointerId: 1, clientX: 240, clientY: 100 })
    expect(now.moved).toEqual([])
  })
})

describe('the buttons', () => {
  it('take a step of gamma and beta, each time from where they are', async () => {
    render(<Lab />)
    const step = screen.getByRole('button', { name: /One step/ })
    const first = backwardFrame()
    await userEvent.click(step)
    expect([now.gamma, now.beta]).toEqual([first.nextGamma, first.nextBeta])
    await userEvent.click(step)
    expect(backwardFrame(now).loss).toBeLessThan(first.nextLoss)
  })

  it('put back what was moved, and are not there before', async () => {
    render(<Lab patch={{ moved: [[1, 2]] }} />)
    const before = backwardFrame()
    await userEvent.click(screen.getByRole('button', { name: en.actions.putBack }))
    expect([...backwardFrame(now).dx]).toEqual([...before.dx])
    expect(screen.queryByRole('button', { name: en.actions.putBack })).toBeNull()
  })

  it('a loss that does not know gamma has no step of it', () => {
    render(<Lab patch={{ loss: 'linear' }} />)
    expect(screen.queryByRole('button', { name: /One step/ })).toBeNull()
  })
})
