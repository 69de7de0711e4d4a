import type { Column, Frame } from '../simulation/frame.ts'
import { Failure } from './failure.ts'

/**
 * The buffers of a frame's columns, each once: two columns may share one.
 * @throws Failure `reusedBuffer` where a column was transferred before. Node's MessageChannel loses such a
 * frame in silence, so nothing else would tell.
 */
export function transferableBuffers(frame: Frame): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const [name, value] of Object.entries(frame)) {
    if (!isColumn(value)) continue
    const buffer = value.buffer as ArrayBuffer
    if (isDetached(buffer)) throw new Failure('reusedBuffer', { column: name })
    buffers.add(buffer)
  }
  return [...buffers]
}

/** Bytes that a frame holds, each buffer counted once. */
export function frameBytes(frame: Frame): number {
  const buffers = new Set<ArrayBufferLike>()
  for (const value of Object.values(frame)) if (isColumn(value)) buffers.add(value.buffer)
  let bytes = 0
  for (const buffer of buffers) bytes += buffer.byteLength
  return bytes
}

function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value)
}

function isDetached(buffer: ArrayBuffer): boolean {
  try {
    return new Uint8Array(buffer).length < 0
  } catch {
    return true
  }
}
