import { tenth } from '../../plot/scale.ts'

/** The way of every sample: from x̂ to y, straight down to the curve, and across to its output. In pixels. */
interface RaysProps {
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  /** Height of the curve where each ray meets it; without, the rays end at y. */
  readonly meets?: ArrayLike<number>
  readonly top: number
  /** Where the rays have bent, and where y lies. */
  readonly bent: number
  readonly ground: number
  readonly right: number
  readonly focused: number
}

export function Rays(props: RaysProps) {
  const { from, to, meets, focused } = props
  let all = ''
  for (let i = 0; i < from.length; i++) if (i !== focused) all += ray(props, i)
  return (
    <g className="threads" aria-hidden="true">
      <path className="thread" d={all} />
      <path className="thread-focused" d={ray(props, focused)} />
      {meets && (
        <circle
          className="ray-meets"
          cx={tenth(to[focused]!)}
          cy={tenth(meets[focused]!)}
          r={3.5}
        />
      )}
    </g>
  )
}

function ray({ from, to, meets, top, bent, ground, right }: RaysProps, i: number): string {
  const x1 = tenth(from[i]!)
  const x2 = tenth(to[i]!)
  const middle = (top + bent) / 2
  const down = meets ? `V${tenth(meets[i]!)}H${right}` : `V${ground}`
  return `M${x1} ${top}C${x1} ${middle} ${x2} ${middle} ${x2} ${bent}${down}`
}
