import type { usePlayStages } from '../playback/usePlayStages.ts'
import type { useRun } from '../playback/useRun.ts'
import type { Playing } from './stage.ts'

export function stepsPlaying(run: ReturnType<typeof useRun>): Playing {
  const atEnd = run.total !== undefined && run.index >= run.total - 1
  return {
    playing: run.playing,
    atEnd,
    toggle: () => {
      if (run.playing) return run.pause()
      if (atEnd) run.seek(0)
      run.play()
    },
    step: () => run.step(1),
  }
}

export function stagesPlaying(stages: ReturnType<typeof usePlayStages>): Playing {
  return {
    playing: stages.playing,
    atEnd: false,
    toggle: () => (stages.playing ? stages.pause() : stages.play()),
    step: stages.step,
  }
}
