import { useCallback, useId, useMemo } from 'react'
import { formatNumber } from '../../../src/exhibit/formatNumber.ts'
import type { MovingAverageFrame } from '../../../src/simulation/movingAverageFrame.ts'
import { labelWidth } from '../../plot/labelParts.ts'
import { Plot } from '../../plot/Plot.tsx'
import type { ViewProps } from '../contract.ts'
import { Fade } from './Fade.tsx'
import { Grips } from './Grips.tsx'
import { LaneNames, LaneNotes } from './LaneNames.tsx'
import { LaneNow } from './LaneNow.tsx'
import { LaneTrace } from './LaneTrace.tsx'
import { useLanes } from './lanes.ts'
import { layoutOf } from './layout.ts'
import { placed } from './placed.ts'
import { Readout, wordingOf } from './Readout.tsx'
import { readingsOf } from './readings.ts'
import { latestPath, samplesPath } from './samplesPath.ts'
import type { schema } from './settings.ts'
import type { Text } from './text/en.ts'
import { TestImage } from './TestImage.tsx'
import { useAxes } from './useAxes.ts'
import { useEasedLanes } from './useEasedLanes.ts'
import { WeightStrip } from './WeightStrip.tsx'
import { describe } from './words.ts'
import './view.css'

/** Mean, variance and the test sample over the batches, and what each batch still weighs: three lanes and a strip. */
export function View(props: ViewProps<typeof schema, MovingAverageFrame, Text>) {
  const { settings, frame, text, set, size } = props
  const { plot } = text
  const fade = useId()
  const layout = useMemo(() => {
    const widest = (words: readonly string[]) =>
      Math.max(...words.map((word) => labelWidth([{ word }], 12.5)))
    return layoutOf(
      size,
      widest([plot.mean, plot.variance, plot.testSample, ...plot.weightLines]),
      widest([plot.population, plot.running, plot.corrected, plot.batch, plot.alone, plot.latest]),
    )
  }, [size, plot])
  const axes = useAxes(frame, layout)
  // While the run is played, `place` is a number; and of batches closer than pixels nobody sees one travel.
  const still = settings.place === null && axes.t(1) - axes.t(0) >= 1
  const columns = useEasedLanes(useLanes(frame), still)
  const { kept } = frame
  const samples = useMemo(
    () => samplesPath(columns.samples, kept, axes.t, axes.mean),
    [columns.samples, kept, axes],
  )
  const at = placed(frame, settings)
  const readings = readingsOf(frame, at, columns, settings, text)
  const x = axes.t(at.t)
  const onPlace = useCallback(
    (place: number) => set({ place: place >= frame.steps ? null : place }),
    [set, frame.steps],
  )
  const { statistics } = settings
  const readoutFrom = layout.labelX + 26
  const lanes = [
    { name: 'mean', symbol: 'mu', lane: layout.mean },
    { name: 'variance', symbol: 'variance', lane: layout.variance },
    { name: 'xHat', symbol: 'xhat', lane: layout.xHat },
  ] as const

  const read = lanes.flatMap(({ name, lane }) =>
    lane?.readoutY === undefined ? [] : [readings[name]],
  )
  const wording = wordingOf(read, layout, readoutFrom)

  return (
    <Plot
      size={size}
      label={describe(frame, text, settings)}
      movable
      className="moving-average-plot"
    >
      <Fade
        id={fade}
        x={x}
        batchWidth={axes.t(1) - axes.t(0)}
        keepRate={columns.powers[1]!}
        left={layout.left}
        height={size.height}
      />
      {layout.digit && frame.image >= 0 && (
        <TestImage pixels={frame.pixels} {...layout.digit} word={plot.image} />
      )}
      <LaneNotes frame={frame} layout={layout} axes={axes} text={text} />
      {lanes.map(
        ({ name, symbol, lane }) =>
          lane && (
            <LaneTrace
              key={name}
              fade={fade}
              lane={lane}
              columns={columns[name]}
              t={axes.t}
              y={axes[name]}
              symbol={symbol}
              faintBatches={name === 'xHat' && statistics !== 'batch'}
              faintRunning={name === 'xHat' && statistics !== 'running'}
              {...(name === 'mean' ? { samples } : {})}
            />
          ),
      )}
      <g className="sym-x">
        <path
          className="samples latest"
          d={latestPath(columns.samples, kept, at.t, x, axes.mean, layout.mean)}
        />
      </g>
      {statistics === 'alone' && layout.xHat && (
        <g className="sym-xhat">
          <path className="alone-line" d={`M${layout.left} ${axes.xHat(0)}H${x}`} />
        </g>
      )}
      <LaneNames layout={layout} axes={axes} text={text} />
      <WeightStrip
        frame={frame}
        at={at}
        powers={columns.powers}
        layout={layout}
        t={axes.t}
        text={text}
        onPlace={onPlace}
      />
      {lanes.map(
        ({ name, symbol, lane }) =>
          lane && (
            <g key={name}>
              <LaneNow
                lane={lane}
                layout={layout}
                x={x}
                y={axes[name]}
                symbol={symbol}
                readings={readings[name]}
              />
              {lane.readoutY !== undefined && (
                <Readout
                  layout={layout}
                  symbol={symbol}
                  readings={readings[name]}
                  wording={wording}
                  baseline={lane.readoutY}
                  from={readoutFrom}
                />
              )}
            </g>
          ),
      )}
      <Grips
        settings={settings}
        frame={frame}
        layout={layout}
        axes={axes}
        x={x}
        text={text}
        fixedPopulation={settings.data === 'digits'}
        set={set}
        valueText={(value) => formatNumber(value)}
      />
    </Plot>
  )
}
