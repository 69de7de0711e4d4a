import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Rgb = readonly [red: number, green: number, blue: number]

const css = readFileSync('app/theme/tokens.css', 'utf8')

/** The colours of a rule, by token. */
function tokensOf(selector: string): Readonly<Record<string, Rgb>> {
  const start = css.indexOf(`\n${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`)
  const body = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*#([0-9a-f]{6});/gi)].map(([, name = '', hex = '']) => [
      name,
      [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb,
    ]),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: Rgb, b: Rgb): number {
  const [bright, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (bright! + 0.05) / (dark! + 0.05)
}

/** A colour laid over another with this opacity, mixed as a screen does. */
function over(top: Rgb, opacity: number, ground: Rgb): Rgb {
  return top.map((byte, i) => byte * opacity + ground[i]! * (1 - opacity)) as unknown as Rgb
}

const grounds = ['bg', 'surface', 'sunken', 'halo']
const symbols = ['x', 'mu', 'variance', 'xhat', 'gamma', 'beta', 'y'].map((name) => `sym-${name}`)
const texts = ['ink', 'ink-2', 'danger', ...symbols]
const lines = ['control', 'ghost']
const light = tokensOf(':root')
const themes = {
  light,
  dark: { ...light, ...tokensOf(":root[data-theme='dark']") },
  contrast: {
    ...light,
    ...tokensOf(":root:is([data-theme='contrast'], [data-theme='projector'])"),
  },
}

describe('the measure', () => {
  it('gives the known ratios of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10)
    expect(contrast([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2)
    expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1)
  })
})

describe.each(Object.entries(themes))('in the %s theme', (name, tokens) => {
  it('every token of the design has a colour', () => {
    for (const token of [...grounds, ...texts, ...lines, 'rule']) {
      expect([token, tokens[token]?.length]).toEqual([token, 3])
    }
  })

  it.each(texts)('text in %s reads on every ground: at least 4.5', (token) => {
    for (const ground of grounds) {
      expect(contrast(tokens[token]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(lines)('what is drawn in %s is seen on every ground: at least 3', (token) => {
    for (const ground of grounds) {
      expect(contrast(tokens[token]!, tokens[ground]!)).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(symbols)('ink reads on an area filled with %s', (token) => {
    const opacity = Number(/--area:\s*(\d+)%/.exec(css)![1]) / 100
    const area = over(tokens[token]!, opacity, tokens['surface']!)
    expect(contrast(tokens['ink']!, area)).toBeGreaterThanOrEqual(name === 'light' ? 12.5 : 9.1)
  })
})

it('what is sunken differs from the surface in every theme, and is hatched where greys may be lost', () => {
  for (const tokens of Object.values(themes)) {
    expect(contrast(tokens['sunken']!, tokens['surface']!)).toBeGreaterThan(1.1)
  }
  const { hatch, sunken } = themes.contrast
  expect(contrast(hatch!, sunken!)).toBeGreaterThan(2.5)
})

it('the dark theme gives every colour anew', () => {
  expect(Object.keys(tokensOf(":root[data-theme='dark']")).toSorted()).toEqual(
    Object.keys(light).toSorted(),
  )
})

it('every symbol has a class of its colour', () => {
  for (const token of symbols)
    expect(css).toMatch(new RegExp(`\\.${token} \\{\\s*color: var\\(--${token}\\);`))
})
