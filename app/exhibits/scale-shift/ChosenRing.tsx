interface ChosenRingProps {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Marks the chosen sample in a pile, where a halo would cover its neighbours. */
export function ChosenRing({ x, y, radius }: ChosenRingProps) {
  return (
    <g className="chosen-ring" aria-hidden="true">
      <circle className="chosen-gap" cx={x} cy={y} r={radius + 0.9} />
      <circle className="chosen-line" cx={x} cy={y} r={radius + 2.4} />
    </g>
  )
}
