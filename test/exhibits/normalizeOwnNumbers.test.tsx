// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Actions } from '../../app/exhibits/normalize/Actions.tsx'
import { schema, type NormalizeSettings } from '../../app/exhibits/normalize/settings.ts'
import type { BatchFrame } from '../../app/exhibits/normalize/simulation.ts'
import { en } from '../../app/exhibits/normalize/text/en.ts'
import { zh } from '../../app/exhibits/normalize/text/zh.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { simulate } from '../../app/exhibits/normalize/simulation.ts'

beforeAll(() => {
  // jsdom has no modal dialogs: it is enough that they open and close.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})
afterEach(cleanup)

const own: NormalizeSettings = { ...initialSettings(schema), data: 'own' }
const frame = [
  ...simulate(own, {
    data: () => {
      throw new Error('no data is needed')
    },
    memo: (_key, work) => work(),
  }),
][0] as BatchFrame

function shown(settings: Partial<NormalizeSettings> = {}, text: typeof zh = en) {
  const set = vi.fn<(patch: Partial<NormalizeSettings>) => void>()
  render(
    <Actions
      settings={{ ...own, ...settings }}
      frame={frame}
      focus={{ sample: 2, feature: 0 }}
      text={text}
      set={set}
    />,
  )
  return set
}

const openDialog = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Your own numbers' }))
  await screen.findByRole('dialog')
}
const box = () => screen.getByRole('textbox', { name: 'Numbers' })
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Normalize these' }))
const csv = (content: string) => new File([content], 'my.csv', { type: 'text/csv' })

async function pasted(content: string): Promise<void> {
  await openDialog()
  fireEvent.change(box(), { target: { value: content } })
  await submit()
}

describe('pasted numbers', () => {
  it('become the data, in one batch, and the dialog closes', async () => {
    const set = shown()
    await pasted('a;b\n1;10\n2;20\n4;40')
    expect(set).toHaveBeenCalledExactlyOnceWith({
      data: 'own',
      rows: [[1, 10], [2, 20], [4, 40]], // prettier-ignore
      batchSize: 3,
      batch: 1,
      unit: 1,
      edits: [],
      added: [],
      removed: [],
    })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('in one line are one unit: the example', async () => {
    const set = shown()
    await openDialog()
    await userEvent.click(screen.getByRole('button', { name: 'Example: 1, 2, 3, 6' }))
    await submit()
    expect(set.mock.calls[0]![0]).toMatchObject({ rows: [[1], [2], [3], [6]], batchSize: 4 })
  })

  it.each([
    [256, 256, 0],
    [300, 150, 0],
    [1000, 250, 0],
    [257, 256, 1],
    [65_536, 256, 0],
  ])('%i of them make batches of %i, and %i are left out', async (rows, size, left) => {
    const set = shown()
    await pasted(Array.from({ length: rows }, (_, i) => i % 7).join('\n'))
    expect(set.mock.calls[0]![0]).toMatchObject({ batchSize: size })
    expect(rows % size).toBe(left)
  })

  it('from the million lead back to the rails', async () => {
    const set = shown({ view: 'million' })
    await pasted('1 2 3')
    expect(set.mock.calls[0]![0]).toMatchObject({ view: 'rails' })
  })

  it.each([
    ['', 'There are no numbers here yet.'],
    ['1,2\n3,x', 'Line 2, column 2: “x” is not a number.'],
    ['1,2\n3,', 'Line 2, column 2 is empty.'],
    ['1\nNaN', 'Line 2, column 1: “NaN” is not a finite number.'],
    ['1,2\n3', 'Line 2 ends at column 1, the first row at column 2.'],
    [
      '1;1,234',
      'Line 1, column 2: the comma in “1,234” may part thousands or decimals. Leave it out, or write a point.',
    ],
    ['1\n1e200', 'Line 2, column 1: 1e200 is too far from 0 to be squared.'],
    ['1,2\n'.repeat(300_000), 'This is more than 1 MB.'],
    ['1,2\n'.repeat(32_769), 'From line 32,769 on there are more than 65,536 numbers.'],
    [
      `${'1,'.repeat(256)}1\n${'2,'.repeat(256)}2`,
      'There are 257 columns; at most 256 can be shown.',
    ],
  ])('with a fault change nothing, and say it: case %#', async (content, sentence) => {
    const set = shown()
    await pasted(content)
    expect(screen.getByRole('alert').textContent).toBe(sentence)
    expect(set).not.toHaveBeenCalled()
    expect(screen.getByRole('dialog')).toBeDefined()
  })

  it('show the start of a long bad cell only', async () => {
    shown()
    await pasted(`1\n${'x'.repeat(500)}`)
    expect(screen.getByRole('alert').textContent?.length).toBeLessThan(80)
  })

  it('name the fault in Chinese', async () => {
    shown({}, zh)
    await userEvent.click(screen.getByRole('button', { name: '自己的数据' }))
    fireEvent.change(screen.getByRole('textbox', { name: '数据' }), { target: { value: '1\n二' } })
    await userEvent.click(screen.getByRole('button', { name: '归一化这些数' }))
    expect(screen.getByRole('alert').textContent).toBe('第 2 行第 1 列：“二”不是数。')
  })
})

describe('a file', () => {
  it('can be opened', async () => {
    const set = shown()
    await openDialog()
    await userEvent.upload(screen.getByLabelText('Open a CSV file'), csv('5\n7'))
    await waitFor(() => expect(set.mock.calls[0]?.[0]).toMatchObject({ rows: [[5], [7]] }))
  })

  it('can be dropped', async () => {
    const set = shown()
    await openDialog()
    fireEvent.drop(screen.getByRole('dialog'), { dataTransfer: { files: [csv('5,6\n7,8')] } })
    await waitFor(() => expect(set.mock.calls[0]?.[0]).toMatchObject({ rows: [[5, 6], [7, 8]] })) // prettier-ignore
  })

  it('with a fault stays in the box, to be mended', async () => {
    const set = shown()
    await openDialog()
    await userEvent.upload(screen.getByLabelText('Open a CSV file'), csv('5\nseven'))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/Line 2/))
    expect(box()).toHaveProperty('value', '5\nseven')
    expect(set).not.toHaveBeenCalled()
  })

  it('of more than a megabyte is not read', async () => {
    shown()
    await openDialog()
    const large = csv('1\n'.repeat(600_000))
    const read = vi.spyOn(large, 'text')
    await userEvent.upload(screen.getByLabelText('Open a CSV file'), large)
    expect(screen.getByRole('alert').textContent).toBe('This is more than 1 MB.')
    expect(read).not.toHaveBeenCalled()
  })
})

describe('the buttons', () => {
  it('add a sample a spread above the mean, and take the one that is pointed at out', async () => {
    const set = shown()
    await userEvent.click(screen.getByRole('button', { name: 'Add a sample' }))
    expect(set).toHaveBeenLastCalledWith({ added: [[4.87083]] })
    await userEvent.click(screen.getByRole('button', { name: 'Remove sample 3' }))
    expect(set).toHaveBeenLastCalledWith({ removed: [[2]], edits: [] })
  })

  it('put everything back, where something was moved', async () => {
    shown()
    expect(screen.queryByRole('button', { name: 'Put all back' })).toBeNull()
    cleanup()
    const set = shown({ edits: [[0, 5]] })
    await userEvent.click(screen.getByRole('button', { name: 'Put all back' }))
    expect(set).toHaveBeenCalledWith({ edits: [], added: [], removed: [] })
  })
})
