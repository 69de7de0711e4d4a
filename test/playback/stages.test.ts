import { describe, expect, it } from 'vitest'
import { manualClock } from '../../app/playback/clock.ts'
import { createStages } from '../../app/playback/stages.ts'

function three({ reduced = false } = {}) {
  const clock = manualClock()
  const stages = createStages(clock, { stageMs: 400, gapMs: 80 })
  stages.configure(3, reduced, true)
  const at = () => stages.shown().stage
  return { clock, stages, at }
}

describe('stages', () => {
  it('rest at their end', () => {
    const { stages, clock } = three()
    expect(stages.shown()).toEqual({ stage: 3, playing: false })
    expect(clock.running()).toBe(0)
  })

  it('take 400 ms each, 80 apart, one at a time', () => {
    const { stages, clock, at } = three()
    stages.play()
    expect(stages.shown()).toEqual({ stage: 0, playing: true })
    clock.tick(200)
    expect(at()).toBeCloseTo(0.5, 12)
    clock.tick(200)
    expect(at()).toBe(1)
    clock.tick(79)
    expect(at()).toBe(1)
    clock.tick(201)
    expect(at()).toBeCloseTo(1.5, 12)
    clock.tick(200 + 80 + 399)
    expect(stages.shown().playing).toBe(true)
    expect(at()).toBeCloseTo(3 - 1 / 400, 12)
    clock.tick(1)
    expect(stages.shown()).toEqual({ stage: 3, playing: false })
    expect(clock.running()).toBe(0)
  })

  it('pass evenly: a quarter of the time is a quarter of the stage, since the pictures ease', () => {
    const { stages, clock, at } = three()
    stages.play()
    for (const share of [0.25, 0.5, 0.75]) {
      clock.tick(100)
      expect(at()).toBeCloseTo(share, 12)
    }
  })

  it('all pass in one long tick', () => {
    const { stages, clock } = three()
    stages.play()
    clock.tick(1e6)
    expect(stages.shown()).toEqual({ stage: 3, playing: false })
  })

  it('pause where they are and go on from there', () => {
    const { stages, clock, at } = three()
    stages.play()
    clock.tick(200)
    stages.pause()
    clock.tick(500)
    expect(at()).toBeCloseTo(0.5, 12)
    stages.play()
    clock.tick(200)
    expect(at()).toBe(1)
  })

  it('step one by one: the first from rest begins at the start', () => {
    const { stages, clock, at } = three()
    for (const end of [1, 2, 3, 1]) {
      stages.step()
      expect(stages.shown().playing).toBe(true)
      clock.tick(200)
      expect(at()).toBeCloseTo(end - 0.5, 12)
      clock.tick(1000)
      expect(stages.shown()).toEqual({ stage: end, playing: false })
    }
  })

  it('rest when told', () => {
    const { stages, clock } = three()
    stages.play()
    clock.tick(500)
    stages.rest()
    expect(stages.shown()).toEqual({ stage: 3, playing: false })
    expect(clock.running()).toBe(0)
  })

  it('stand still off the screen', () => {
    const { stages, clock, at } = three()
    stages.play()
    stages.configure(3, false, false)
    clock.tick(1000)
    expect(at()).toBe(0)
    stages.configure(3, false, true)
    clock.tick(400)
    expect(at()).toBe(1)
  })

  it('none at all do nothing', () => {
    const stages = createStages(manualClock(), { stageMs: 400, gapMs: 80 })
    stages.play()
    stages.step()
    expect(stages.shown()).toEqual({ stage: 0, playing: false })
  })
})

describe('without motion', () => {
  it.each(['play', 'step'] as const)('%s shows the start and each stage in turn', (press) => {
    const { stages, clock, at } = three({ reduced: true })
    const seen = [1, 2, 3, 4, 5].map(() => {
      stages[press]()
      expect(clock.running()).toBe(0)
      return at()
    })
    expect(seen).toEqual([0, 1, 2, 3, 0])
  })

  it('a stage under way ends at once', () => {
    const { stages, clock } = three()
    stages.play()
    clock.tick(600)
    stages.configure(3, true, true)
    expect(stages.shown()).toEqual({ stage: 2, playing: false })
  })
})
