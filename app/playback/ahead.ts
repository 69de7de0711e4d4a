const playingFrames = 120
const playingBytes = 16 * 2 ** 20
// A live change takes effect after the frames that are computed already, so few are.
const liveFrames = 8
const pausedFrames = 2

/** How many frames are kept ahead of the playhead. */
export function aheadOf(frameBytes: number, playing: boolean, hasLive: boolean): number {
  if (!playing) return pausedFrames
  const affordable = Math.floor(playingBytes / Math.max(1, frameBytes))
  const most = hasLive ? liveFrames : playingFrames
  return Math.max(pausedFrames, Math.min(most, affordable))
}
