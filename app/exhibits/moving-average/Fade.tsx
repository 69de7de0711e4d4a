import { memo } from 'react'
import { ageOfShare } from '../../../src/math/movingAverage.ts'
import { tenth } from '../../plot/scale.ts'

interface FadeProps {
  /** Names of the mask and of the clip. */
  readonly id: string
  /** The place that is looked at, and the pixels of one batch. */
  readonly x: number
  readonly batchWidth: number
  readonly keepRate: number
  readonly left: number
  readonly height: number
}

/** What is left of a batch in sight when it has no weight any more. */
const least = 0.24
const shares = [1, 0.8, 0.6, 0.4, 0.25, 0.12, 0.05, 0.01] as const

/** Up to the place that is looked at there is something to see; ink fades as the weight in memory does. */
export const Fade = memo(function Fade({ id, x, batchWidth, keepRate, left, height }: FadeProps) {
  const far = (share: number) => ageOfShare(keepRate, share) * batchWidth
  const farthest = Math.max(1, far(shares.at(-1)!))
  const edge = tenth(x + Math.min(5, batchWidth / 2))
  return (
    <defs>
      <linearGradient
        id={`${id}-fade`}
        gradientUnits="userSpaceOnUse"
        x1={tenth(x - batchWidth / 2)}
        x2={tenth(x - batchWidth / 2 - farthest)}
        y1={0}
        y2={0}
      >
        {shares.map((share) => (
          <stop
            key={share}
            offset={tenth((1000 * far(share)) / farthest) / 1000}
            stopColor="currentColor"
            stopOpacity={least + (1 - least) * share}
          />
        ))}
      </linearGradient>
      <mask
        id={`${id}-mask`}
        className="fade"
        maskUnits="userSpaceOnUse"
        x={0}
        y={0}
        width={edge}
        height={height}
      >
        <rect
          x={left - 6}
          y={0}
          width={Math.max(0, edge - left + 6)}
          height={height}
          fill={`url(#${id}-fade)`}
        />
      </mask>
      <clipPath id={`${id}-past`}>
        <rect x={left - 6} y={0} width={Math.max(0, tenth(x - left + 6))} height={height} />
      </clipPath>
    </defs>
  )
})
