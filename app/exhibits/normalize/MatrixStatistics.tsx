import { tenth, type Scale } from '../../plot/scale.ts'

interface MatrixStatisticsProps {
  readonly left: number
  readonly right: number
  readonly mus: Float64Array
  readonly sigmas: Float64Array
  readonly scale: Scale
  readonly cellWidth: number
}

/** Mean and spread of each column, under it. */
export function MatrixStatistics(props: MatrixStatisticsProps) {
  const { left, right, cellWidth, mus, sigmas, scale } = props
  const width = Math.max(2, cellWidth * 0.72)
  let bands = ''
  let means = ''
  mus.forEach((mu, j) => {
    const x = tenth(left + (j + 0.5) * cellWidth - width / 2)
    const upper = tenth(scale(mu + sigmas[j]!))
    bands += `M${x} ${upper}h${tenth(width)}V${tenth(scale(mu - sigmas[j]!))}h${-tenth(width)}z`
    means += `M${x} ${tenth(scale(mu))}h${tenth(width)}`
  })
  return (
    <>
      <path className="axis-line" d={`M${left - 3} ${Math.round(scale(0))}H${right + 3}`} />
      <g className="sym-variance" data-symbol="variance">
        <path className="area" d={bands} />
      </g>
      <g className="sym-mu" data-symbol="mu">
        <path className="mean" d={means} />
      </g>
    </>
  )
}
