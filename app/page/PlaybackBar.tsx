import { filled } from '../../src/exhibit/filled.ts'
import { formatCount } from '../../src/exhibit/formatNumber.ts'
import { speeds } from '../playback/playhead.ts'
import { useWords } from '../text/useWords.ts'
import type { Stage } from './stage.ts'

/** Step, Play, Reset. */
export function PlaybackButtons({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  const { playing, exhibit, text } = stage
  return (
    <div className="playback-buttons">
      {exhibit.playback !== 'still' && (
        <>
          <button
            type="button"
            className="button step"
            onClick={playing.step}
            disabled={!stage.frame}
          >
            {words.step}
          </button>
          <button
            type="button"
            className="button primary play"
            onClick={playing.toggle}
            disabled={!stage.frame}
          >
            <PlayIcon playing={playing.playing} />
            {playing.playing ? words.pause : text.play || words.play}
          </button>
        </>
      )}
      <button type="button" className="button reset" onClick={stage.reset}>
        {words.reset}
      </button>
    </div>
  )
}

function PlayIcon({ playing }: { readonly playing: boolean }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="icon">
      <path d={playing ? 'M1.5 1h3v10h-3zM7.5 1h3v10h-3z' : 'M1.5 0.5 11.5 6 1.5 11.5z'} />
    </svg>
  )
}

/** One thin bar per stage, filling as Play goes through them; nothing where all are done. */
export function StageProgress({ stage }: { readonly stage: Stage }) {
  const names = stage.text.stages
  if (stage.exhibit.playback !== 'stages' || stage.stage >= names.length) return null
  return (
    <div className="stage-progress" aria-hidden="true">
      {names.map((name, i) => (
        <span key={name} className="stage-part">
          <span style={{ inlineSize: `${100 * Math.min(1, Math.max(0, stage.stage - i))}%` }} />
        </span>
      ))}
    </div>
  )
}

/** The name of the stage that the picture is in, while Play is on its way. */
export function StageName({ stage }: { readonly stage: Stage }) {
  const names = stage.text.stages
  const place = Math.ceil(stage.stage)
  const name = names[place - 1]
  if (stage.exhibit.playback !== 'stages' || stage.stage >= names.length || !name) return null
  return (
    <p className="stage-name">
      <span className="stage-place">{`${place} / ${names.length}`}</span> {name}
    </p>
  )
}

/** The place in a run: a slider over its steps, and the speed of Play. */
export function Scrubber({ stage }: { readonly stage: Stage }) {
  const words = useWords()
  if (stage.exhibit.playback !== 'steps' && stage.exhibit.playback !== 'trace') return null
  const { index, known, total, seek, speed, setSpeed } = stage.steps
  // A run that knows its end says so in its frames: its slider has its full length before it is computed.
  const planned = stage.frame?.['steps']
  const end = total === undefined ? planned : total - 1
  const last = Math.max(1, typeof end === 'number' ? end : known - 1)
  const shown = filled(typeof end === 'number' ? words.stepOf : words.stepAlone, {
    step: formatCount(index),
    steps: formatCount(last),
  })
  return (
    <div className="scrubber">
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={index}
        aria-label={words.scrub}
        aria-valuetext={shown}
        onChange={(event) => seek(Number(event.currentTarget.value))}
        style={{ '--filled': index / last } as React.CSSProperties}
      />
      <span className="scrub-place" aria-hidden="true">
        {shown}
      </span>
      <label className="speed">
        <span className="visually-hidden">{words.speed}</span>
        <select
          value={speed}
          onChange={(event) =>
            setSpeed(speeds.find((factor) => String(factor) === event.currentTarget.value) ?? 1)
          }
        >
          {speeds.map((factor) => (
            <option key={factor} value={factor}>{`${factor} ×`}</option>
          ))}
        </select>
      </label>
    </div>
  )
}
