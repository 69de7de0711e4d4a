import { useLayoutEffect, useMemo, useRef } from 'react'
import { RailsView } from './RailsView.tsx'
import { useOtherViews } from './useOtherViews.ts'
import { ViewChange } from './ViewChange.tsx'
import { note, type BatchProps, type NormalizeProps } from './viewProps.ts'

/** One batch in four pictures. While the next frame or picture is on its way, the last one stays. */
export function View(props: NormalizeProps) {
  const { frame, settings, size, stage, focus, text } = props
  const words = useMemo(
    () => ['railX', 'railXHat', 'railY'].map((name) => note(text, name)),
    [text],
  )
  const million = frame.kind === 'million'
  const wanted = million || settings.view === 'million' ? 'rails' : settings.view
  const views = useOtherViews(million || wanted !== 'rails')
  const drawable = views !== undefined || (!million && wanted === 'rails')
  const before = useRef<BatchProps | undefined>(undefined)
  useLayoutEffect(() => {
    if (frame.kind === 'batch' && drawable) before.current = { ...props, frame }
  })

  if (million && views)
    return (
      <ViewChange view="million" seen={undefined} marks={views.marks}>
        <views.million {...props} frame={frame} />
      </ViewChange>
    )
  const batch = million || !drawable ? before.current : { ...props, frame }
  if (!batch) return <div style={size} />
  const view = views ? wanted : 'rails'
  const Picture = views && view !== 'rails' ? views[view] : RailsView
  const chosen = Math.min(focus.sample, batch.frame.samples - 1)
  const seen = { frame: batch.frame, size, words, stage, chosen }
  return (
    <ViewChange view={view} seen={seen} marks={views?.marks}>
      <Picture key={view} {...batch} />
    </ViewChange>
  )
}
