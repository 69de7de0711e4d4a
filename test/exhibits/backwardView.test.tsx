// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import { Actions } from '../../app/exhibits/backward/Actions.tsx'
import { schema, type Settings } from '../../app/exhibits/backward/settings.ts'
import { en } from '../../app/exhibits/backward/text/en.ts'
import { zh } from '../../app/exhibits/backward/text/zh.ts'
import { View } from '../../app/exhibits/backward/View.tsx'
import { createLab, refuseComplaints } from '../support/viewLab.tsx'
import { backwardFrame } from './backwardRun.ts'

const sizes = [
  { width: 656, height: 576 },
  { width: 612, height: 304 },
  { width: 356, height: 388 },
  { width: 400, height: 190 },
  { width: 320, height: 196 },
]

let now: Settings
const BackwardLab = createLab({
  schema,
  frameOf: backwardFrame,
  View,
  Actions,
  text: en,
  size: sizes[0]!,
  stage: 4,
})
const Lab = (props: ComponentProps<typeof BackwardLab>) => (
  <BackwardLab {...props} seen={(settings) => (now = settings)} />
)

refuseComplaints()

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
    expect(slider(name).getAttribute('aria-valuetext')).toMatch(/^0\.010, direct 0\.014/)
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
    expect(now.moved[0]![1]).toBeCloseTo(before - 0.14, 3)
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

describe('keys that outrun the picture', () => {
  it('lose no step of a sample', async () => {
    render(<Lab lag={3} />)
    const before = backwardFrame().x[0]!
    slider('Sample 1: x').focus()
    await userEvent.keyboard('{ArrowRight}'.repeat(10))
    expect(now.moved[0]![1]).toBeCloseTo(before + 10 * 0.14, 2)
  })

  it('keep what was done to the sample before', async () => {
    render(<Lab lag={3} />)
    slider('Sample 1: upstream gradient').focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowRight}{ArrowDown}{ArrowRight}')
    expect(now.gradients.slice(0, 3)).toEqual([
      [0, 0.01],
      [1, 0.01],
      [2, 0.01],
    ])
  })

  it('go on from where the picture is when it has gone elsewhere', async () => {
    const { rerender } = render(<Lab key="a" />)
    slider('Sample 1: upstream gradient').focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(now.gradients[0]).toEqual([0, 0.02])
    await userEvent.click(screen.getByRole('button', { name: en.actions.putBack }))
    rerender(<Lab key="a" />)
    slider('Sample 1: upstream gradient').focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(now.gradients[0]).toEqual([0, 0.01])
  })

  it('bring gradients to the same round numbers', async () => {
    render(<Lab />)
    for (const i of [5, 6, 7]) {
      slider(`Sample ${i}: upstream gradient`).focus()
      const [, from] = now.gradients[i - 1] ?? [i, backwardFrame().dXHat[i - 1]!]
      await userEvent.keyboard('{ArrowRight}'.repeat(Math.ceil(10 - 100 * from - 1e-6)))
    }
    expect(now.gradients.slice(4, 7).map(([, g]) => g)).toEqual([0.1, 0.1, 0.1])
  })
})

describe('marks that lie close together', () => {
  it('are each found at their own place, and none under another', () => {
    const { container } = render(<Lab patch={{ view: 'batch' }} />)
    const boxes = [...container.querySelectorAll('.target.upright')].map((mark) => {
      const [x, y] = /translate\((\S+) (\S+)\)/.exec(mark.getAttribute('transform')!)!.slice(1)
      const box = mark.querySelector('.hit-box')!
      const left = Number(x) + Number(box.getAttribute('x'))
      const width = Number(box.getAttribute('width'))
      return { x: Number(x), y: Number(y), left, right: left + width }
    })
    const covered = boxes.filter((a) =>
      boxes.some((b) => a !== b && Math.abs(a.y - b.y) < 28 && a.x > b.left && a.x < b.right),
    )
    expect([boxes.length, covered]).toEqual([8, []])
  })
})

describe('a drag that is broken off', () => {
  it('gives back the chosen sample too, and all of what two fingers did', () => {
    render(<Lab />)
    const [second, third] = [slider('Sample 2: x'), slider('Sample 3: upstream gradient')]
    fireEvent.pointerDown(second, { pointerId: 1, clientX: 200, clientY: 100, button: 0 })
    fireEvent.pointerMove(second, { pointerId: 1, clientX: 215, clientY: 100 })
    fireEvent.pointerDown(third, { pointerId: 2, clientX: 500, clientY: 130, button: 0 })
    fireEvent.pointerMove(third, { pointerId: 2, clientX: 520, clientY: 130 })
    expect([now.moved.length, now.gradients.length, now.sample]).toEqual([1, 8, 3])
    fireEvent.pointerCancel(third, { pointerId: 2 })
    fireEvent.pointerCancel(second, { pointerId: 1 })
    const { moved, gradients, loss, sample } = now
    expect([moved, gradients, loss, sample]).toEqual([[], [], 'all', 7])
  })
})

describe('the buttons', () => {
  it.each([
    [{ beta: -4 }, en.actions.stepNone],
    [{ gamma: 4, beta: -3.99 }, en.actions.stepFar],
  ])('say why there is no step, where there is none: %j', (patch, why) => {
    render(<Lab patch={patch} />)
    const step = screen.getByRole<HTMLButtonElement>('button', { name: /One step/ })
    expect(step.disabled).toBe(true)
    expect(step.closest('.backward-actions')!.textContent).toContain(why)
  })

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
