import { describe, expect, it } from 'vitest'
import { FrameBuffer } from '../../app/playback/FrameBuffer.ts'

/** A frame of 80 bytes. */
const frame = (step: number) => ({ step, x: new Float64Array(10).fill(step) })

function filled(count: number, playhead: (index: number) => number, maximumBytes = 800) {
  const buffer = new FrameBuffer(maximumBytes)
  for (let i = 0; i < count; i++) buffer.push(frame(i), playhead(i))
  const held = () => [...Array(count).keys()].filter((i) => buffer.at(i) !== undefined)
  return { buffer, held }
}

describe('the frame buffer', () => {
  it('holds no more than its bytes: the oldest go', () => {
    expect(filled(25, (i) => i).held()).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24])
  })

  it('keeps the frame of the playhead and all ahead of it', () => {
    expect(filled(25, () => 3).held()).toEqual([...Array(25).keys()].slice(3))
  })

  it('holds one frame even if it is larger than all its room', () => {
    const { buffer } = filled(3, (i) => i, 10)
    expect(buffer.at(2)).toEqual(frame(2))
    expect(buffer.at(1)).toBeUndefined()
  })

  it('counts a buffer that two columns share once', () => {
    const buffer = new FrameBuffer(800)
    const x = new Float64Array(10)
    buffer.push({ x, low: x.subarray(0, 5) }, 0)
    expect(buffer.frameBytes).toBe(80)
  })

  it('keeps the scalars of every frame, also of those that went', () => {
    const { buffer } = filled(1000, (i) => i)
    expect(buffer.isGone(0)).toBe(true)
    expect(buffer.scalar('step', 999)).toEqual(Float64Array.from({ length: 1000 }, (_, i) => i))
    expect(buffer.scalar('step', 1)).toEqual(Float64Array.of(0, 1))
    expect(buffer.scalar('step', 5000)).toHaveLength(1000)
    expect(buffer.scalar('loss', 5)).toHaveLength(0)
  })

  it('has a gap in the history where a frame had no such scalar', () => {
    const buffer = new FrameBuffer(800)
    buffer.push({ loss: 1 }, 0)
    buffer.push({}, 0)
    buffer.push({ loss: 3 }, 0)
    expect(buffer.scalar('loss', 2)).toEqual(Float64Array.of(1, NaN, 3))
  })

  it('that begins again keeps the frames around the one it begins for, not those before', () => {
    const { buffer, held } = filled(25, (i) => i)
    buffer.restart(12)
    expect([buffer.next, buffer.known, held()]).toEqual([0, 25, []])
    for (let i = 0; i <= 14; i++) buffer.push(frame(i), 12)
    expect(held()).toEqual([7, 8, 9, 10, 11, 12, 13, 14])
    expect([buffer.known, buffer.isGone(7), buffer.isGone(6)]).toEqual([25, false, true])
  })
})
