// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { isShown } from '../../app/controls/Controls.tsx'
import { standIns } from '../support/dom.ts'
import { drawn, isFree, type Settings } from '../support/exhibitChecks.tsx'
import { firstFrame, framesOf } from '../support/exhibits.ts'
import { otherValues } from '../support/otherValues.ts'
import { exhibits, type Registered } from '../support/registry.ts'
import { statesOf } from '../support/states.ts'

standIns({ width: 640, height: 480 })
afterEach(cleanup)

const geometry = 'd,cx,cy,r,x,y,x1,x2,y1,y2,width,height,points,transform,viewBox'.split(',')

/** Where and how large everything is drawn, without a word of what is written or said. */
function shapes(registered: Registered, settings: Settings): string {
  const page = document.createElement('div')
  // A run shows what it was set to do after a step or two.
  page.innerHTML = drawn(registered, settings, {
    frame: framesOf(registered.id, settings, 3).at(-1)!,
  })
  return [...page.querySelectorAll('svg *')]
    .filter((element) => !element.closest('text'))
    .map((element) =>
      [element.tagName, ...geometry.map((name) => element.getAttribute(name) ?? '')].join(' '),
    )
    .join('\n')
}

const controls = exhibits.flatMap((registered) =>
  Object.entries(registered.exhibit.schema)
    .filter(([, field]) => field.role !== 'view' && !field.hidden)
    .map(([key, field]) => ({ key, field, registered })),
)

it.each(exhibits)('the same state of $id is drawn the same again', (registered) => {
  for (const { name, settings } of statesOf(registered).slice(0, 4)) {
    expect([name, shapes(registered, settings)]).toEqual([name, shapes(registered, settings)])
  }
})

it.each(controls)(
  '$key of $registered.id moves something in the picture, under every tab that shows it',
  ({ registered, key, field }) => {
    const tabs = Object.entries(registered.exhibit.schema).flatMap(([name, other]) =>
      other.kind === 'choice' && other.as === 'tabs' && name !== key ? [name] : [],
    )
    const moves = new Map<string, boolean>()
    for (const { settings } of statesOf(registered)) {
      const tab = tabs.map((name) => String(settings[name])).join()
      if (moves.get(tab) || !isShown(field, settings)) continue
      if (!isFree(field, firstFrame(registered.id, settings))) continue
      const before = shapes(registered, settings)
      const moved = otherValues(field, settings[key]).some(
        (value) => shapes(registered, { ...settings, [key]: value } as Settings) !== before,
      )
      moves.set(tab, moved)
    }
    const still = [...moves].filter(([, moved]) => !moved).map(([tab]) => tab)
    expect([moves.size > 0, still]).toEqual([true, []])
  },
  60_000,
)
