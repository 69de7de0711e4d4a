import { describe, expect, it } from 'vitest'
import { addressNotices } from '../../app/page/addressNotices.ts'
import { createLab, type Lab } from '../../app/page/lab.ts'
import { en } from '../../app/text/en.ts'
import { readQuery } from '../../app/url/query.ts'
import { initialSettings } from '../../src/settings/settings.ts'
import { exhibits } from '../support/registry.ts'

const listed = exhibits.map(({ id, exhibit }, order) => ({
  id,
  card: { order, title: { en: id, zh: id } },
  load: () => Promise.resolve(exhibit),
}))

async function opened(search: string) {
  const query = readQuery(search)
  const lab = createLab(query, listed)
  for (const { id } of listed) await lab.load(id)
  const open = lab.state.getState().open
  return {
    lab,
    settings: (id: string) => open.get(id)!.store.getState().settings,
    notices: addressNotices(en, query, lab, open.values()),
  }
}

const initial = (id: string) =>
  initialSettings(exhibits.find((one) => one.id === id)!.exhibit.schema)

describe('an address', () => {
  it('that says nothing opens every exhibit as it is, without a notice', async () => {
    const { lab, settings, notices } = await opened('')
    expect(lab.embedded).toBeUndefined()
    for (const { id } of listed) expect(settings(id)).toEqual(initial(id))
    expect(notices).toEqual([])
  })

  it('sets each exhibit of the page by its own keys', async () => {
    const { settings } = await opened('?normalize.batchSize=8&scale-shift.gamma=-1&batchSize=5')
    expect(settings('normalize')).toEqual({ ...initial('normalize'), batchSize: 8 })
    expect(settings('scale-shift')).toEqual({ ...initial('scale-shift'), gamma: -1 })
  })

  it('embeds one exhibit, whose keys stand alone', async () => {
    const { lab, settings } = await opened('?embed=normalize&batchSize=8')
    expect(lab.embedded?.id).toBe('normalize')
    expect(settings('normalize')).toEqual({ ...initial('normalize'), batchSize: 8 })
  })

  it('names a state first, and changes it by keys, which win', async () => {
    const state = await opened('?embed=scale-shift&preset=dead')
    expect(state.settings('scale-shift')).toMatchObject({ gamma: 0.8, activation: 'relu' })
    const changed = await opened('?embed=scale-shift&gamma=2&preset=dead')
    expect(changed.settings('scale-shift')).toMatchObject({ gamma: 2, activation: 'relu' })
  })

  it('names a state that keeps what its own settings would clear', async () => {
    const { settings } = await opened('?embed=normalize&preset=squeeze')
    expect(settings('normalize')['edits']).toEqual([[0, 30]])
  })

  it('with a bad value shows the default, and says which', async () => {
    const { settings, notices } = await opened(
      '?embed=normalize&batchSize=0&epsilon=x&seed=3&theme=pink',
    )
    expect(settings('normalize')).toEqual({ ...initial('normalize'), seed: 3 })
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('theme, batchSize, epsilon')
  })

  it('with a bad value of a named state shows that of the state', async () => {
    const { settings, notices } = await opened('?embed=scale-shift&preset=dead&gamma=99')
    expect(settings('scale-shift')['gamma']).toBe(0.8)
    expect(notices[0]).toContain('gamma')
  })

  it('on the page names a bad value with its exhibit', async () => {
    const { notices } = await opened('?normalize.seed=-1&scale-shift.rate=9')
    expect(notices[0]).toContain('normalize.seed, scale-shift.rate')
  })

  it('of no exhibit shows the first one, and says so', async () => {
    const { lab, notices } = await opened('?embed=nothing')
    expect(lab.embedded?.id).toBe(listed[0]!.id)
    expect(notices).toEqual(['There is no exhibit named “nothing”. The first one is shown.'])
  })

  it('of no named state shows the default one, and says so', async () => {
    const { settings, notices } = await opened('?embed=normalize&preset=toString')
    expect(settings('normalize')).toEqual(initial('normalize'))
    expect(notices).toEqual(['There is no example named “toString”. The default state is shown.'])
  })
})

describe('an exhibit that does not arrive', () => {
  it('is missing, and can be loaded again', async () => {
    let arrives = false
    const { exhibit } = exhibits[0]!
    const lab: Lab = createLab(readQuery(''), [
      {
        ...listed[0]!,
        load: () => (arrives ? Promise.resolve(exhibit) : Promise.reject(new Error('offline'))),
      },
    ])
    const { id } = listed[0]!
    await lab.load(id)
    expect([...lab.state.getState().missing]).toEqual([id])
    arrives = true
    await lab.load(id)
    expect([...lab.state.getState().missing]).toEqual([])
    expect(lab.state.getState().open.has(id)).toBe(true)
  })

  it('once loaded keeps its state, however often it is asked for', async () => {
    const { lab } = await opened('')
    const before = lab.state.getState().open
    await lab.load(listed[0]!.id)
    expect(lab.state.getState().open).toBe(before)
  })
})
