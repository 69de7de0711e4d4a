const playingFrames = 120
const playingBytes = 16 * 2 ** 20
// A live change takes effect after the frames that are computed already, so few are.
const liveFrames = 8
const pausedFrames = 2

/** How many frames are kept ahead of the playhead; few until the size of one is known. */
export function aheadOf(
  frameBytes: number | undefined,
  playing: boolean,
  hasLive: boolean,
): number {
  if (!playing || frameBytes === undefined) return pausedFrames
  const affordable = Math.floor(playingBytes / Math.max(1, frameBytes))
  const most = hasLive ? liveFrames : playingFrames
  return Math.max(pausedFrames, Math.min(most, affordable))
}
