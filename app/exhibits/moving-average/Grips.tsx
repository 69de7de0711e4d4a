import { useRef } from 'react'
import type { NumberField } from '../../../src/settings/field.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import type { Scale } from '../../plot/scale.ts'
import { VerticalGrip } from '../../plot/VerticalGrip.tsx'
import { StartName } from './LaneNames.tsx'
import type { Layout } from './layout.ts'
import { schema, type Settings } from './settings.ts'
import type { Text } from './text/en.ts'
import type { Axes } from './useAxes.ts'

interface GripsProps {
  readonly settings: Settings
  readonly frame: MovingAverageFrame
  readonly layout: Layout
  readonly axes: Axes
  readonly x: number
  readonly text: Text
  /** The population is what it is: its line cannot be moved. */
  readonly fixedPopulation: boolean
  readonly set: (patch: Partial<Settings>) => void
  readonly valueText: (value: number) => string
}

type Moved = 'startMean' | 'startVariance' | 'x' | 'mu'

/** What a hand can move up and down: both starts, the test sample, the line of a population that can be chosen. */
export function Grips(props: GripsProps) {
  const { settings, frame, layout, axes, x, text, fixedPopulation, set, valueText } = props
  const { plot } = text
  const before = useRef<Partial<Settings>>({})
  const handle = (key: Moved, name: string, value: number, y: Scale) => {
    const { min, max } = schema[key] as Pick<NumberField, 'min' | 'max'>
    const [low = 0, high = 0] = y.domain()
    const change = (place: number) => {
      const within = Math.max(min, Math.min(max, Math.max(low, Math.min(high, place))))
      set({ [key]: Math.round(within * 100) / 100 })
    }
    return {
      name,
      value,
      min,
      max,
      valueText: valueText(value),
      onMove: change,
      onStart: () => {
        before.current = { [key]: settings[key] }
      },
      onEnd: (cancelled: boolean) => {
        if (cancelled) set(before.current)
      },
    }
  }
  const { left, mean, variance, startNames } = layout
  return (
    <>
      {!fixedPopulation && (
        <VerticalGrip
          x={left - 8}
          y={axes.mean}
          radius={4.5}
          handle={handle('mu', plot.populationHandle, frame.populationMean, axes.mean)}
        />
      )}
      {startNames.mean && (
        <StartName
          x={left}
          at={axes.mean(frame.startMean)}
          lane={mean}
          value={frame.startMean}
          symbol="mu"
          text={text}
        />
      )}
      <VerticalGrip
        x={left}
        y={axes.mean}
        symbol="mu"
        handle={handle('startMean', plot.startMeanHandle, frame.startMean, axes.mean)}
      />
      {variance && (
        <>
          {startNames.variance && (
            <StartName
              x={left}
              at={axes.variance(frame.startVariance)}
              lane={variance}
              value={frame.startVariance}
              symbol="variance"
              text={text}
            />
          )}
          <VerticalGrip
            x={left}
            y={axes.variance}
            symbol="variance"
            handle={handle(
              'startVariance',
              plot.startVarianceHandle,
              frame.startVariance,
              axes.variance,
            )}
          />
        </>
      )}
      <VerticalGrip
        x={x + 14}
        y={axes.mean}
        symbol="x"
        filled
        radius={5}
        handle={handle('x', plot.testHandle, frame.x, axes.mean)}
      />
    </>
  )
}
