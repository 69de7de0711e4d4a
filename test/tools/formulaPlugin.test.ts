// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { tex } from '../../src/exhibit/tex.ts'
import { withFormulas } from '../../tools/formulaPlugin.ts'
import { katexCss } from '../../tools/katexCss.ts'
import { setFormula, styleSheet } from '../../tools/setFormula.ts'

const heading = "import { tex } from '../../../src/exhibit/tex.ts'\n"

describe('a formula set at build time', () => {
  it('is in place of its literal wherever Vite transforms a module, this test included', () => {
    const mean = tex`\sym{mu}{\mu} = \frac{1}{m} \sum_{i=1}^{m} x_i = \slot{mu}`
    expect(mean.html).toContain('<span class="katex">')
    expect(mean.mathml).toMatch(/^<math/)
    expect(mean.slots).toEqual(['mu'])
  })

  it('gives a symbol the class of its colour, in both forms', () => {
    const { html, mathml } = setFormula(
      String.raw`\sym{mu}{\mu_B} + \sym{sigma}{\sigma} + \sym{m}{m}`,
    )
    for (const name of ['sym-mu', 'sym-variance', 'sym-m'])
      for (const set of [html, mathml]) expect(set).toMatch(new RegExp(`class="[^"]*\\b${name}"`))
    expect(html).toContain('<span class="enclosing sym-variance" data-symbol="variance">')
  })

  it('marks a live number by one element that holds its text alone, in both forms', () => {
    const { html, mathml, slots } = setFormula(
      String.raw`\frac{\slot{x} - \operand{mu}}{\sqrt{\operand{variance} + \slot{x}^{\slot{power}}}}`,
    )
    expect(slots).toEqual(['x', 'mu', 'variance', 'power'])
    expect(html.match(/<span class="mord slot" data-slot="x">–<\/span>/g)).toHaveLength(2)
    expect(html).toContain('<span class="mord slot" data-slot="mu" data-operand="">–</span>')
    expect(html).toContain('<span class="mord mtight slot" data-slot="power">–</span>')
    expect(mathml.match(/<mn class="slot" data-slot="x">–<\/mn>/g)).toHaveLength(2)
    expect(mathml).toContain('<mn class="slot" data-slot="mu" data-operand="">–</mn>')
  })

  it('marks a coloured live number too: what is read aloud is the number on the screen', () => {
    const { html, mathml } = setFormula(
      String.raw`\sym{mu}{\operand{mu}} + \sym{x}{\slot{x}} + \operand{beta}`,
    )
    for (const set of [html, mathml]) {
      expect(set.match(/data-slot="(?:mu|x|beta)"/g)).toHaveLength(3)
      expect(set.match(/data-operand=""/g)).toHaveLength(2)
    }
    expect(mathml).not.toContain('>0<')
  })

  it('keeps the space of an operator outside of the live number or symbol beside it', () => {
    const { html } = setFormula(String.raw`\slot{a} - \operand{b} + \sym{mu}{\mu} = c`)
    const text = document.createElement('p')
    text.innerHTML = html
    expect(text.querySelectorAll('.mspace')).toHaveLength(6)
    expect(text.querySelectorAll('.slot .mspace, .sym-mu .mspace')).toHaveLength(0)
  })

  it('has no inline style in either form: each has become a class with the same declarations', () => {
    const styles = new Map<string, string>()
    const { html, mathml } = setFormula(
      String.raw`\begin{aligned} y &= \sqrt{x_i} \\ \hat{x} &= \left(\frac{1}{2}\right)^2 \end{aligned}`,
      styles,
    )
    expect(html + mathml).not.toMatch(/ style=/)
    const used = new Set([...html.matchAll(/class="(k[0-9a-f]{7})[" ]/g)].map((match) => match[1]))
    expect(new Set(styles.keys())).toEqual(used)
    expect([...styles.values()]).toContain('border-bottom-width:0.04em')
    expect(styleSheet(styles)).toContain('{border-bottom-width:0.04em}')
  })

  it('names a class by its declarations, so that every module agrees on it', () => {
    const [first, second] = [new Map<string, string>(), new Map<string, string>()]
    setFormula(String.raw`\sqrt{x}`, first)
    setFormula(String.raw`\sqrt{x} + \frac{1}{x}`, second)
    for (const [name, declarations] of first) expect(second.get(name)).toBe(declarations)
  })

  it('has one MathML, that of Temml', () => {
    const { html, mathml } = setFormula(String.raw`\hat{x}`)
    expect(html).not.toContain('<math')
    expect(mathml.match(/<math/g)).toHaveLength(1)
    expect(mathml).not.toContain('annotation')
  })
})

describe('a formula that cannot be set', () => {
  it.each([
    [String.raw`\frac{1`, /KaTeX parse error|Expected/],
    [String.raw`\noSuchCommand`, /noSuchCommand/],
    [String.raw`\sym{omega}{\omega}`, /\\sym\{omega\}: no such symbol/],
    [String.raw`\sym{toString}{x}`, /no such symbol/],
    [String.raw`\slot{}`, /a slot needs a name/],
    [String.raw`\operand 1`, /a slot needs a name/],
    [String.raw`\htmlStyle{color:red}{x}`, /htmlStyle/],
    [String.raw`\href{javascript:0}{x}`, /href/],
  ])('%s is an error', (source, message) => {
    expect(() => setFormula(source)).toThrow(message)
  })

  it('says the file and the line', () => {
    const code = `${heading}// μ, 批量\nexport const a = tex\`x\`\nexport const b = tex\`\\frac{1\``
    expect(() => withFormulas(code, 'app/a.ts')).toThrow(/^app\/a\.ts:4: /)
  })

  it('is one that holds an expression', () => {
    const code = `${heading}const a = 1\nexport const b = tex\`x + \${a}\``
    expect(() => withFormulas(code, 'app/a.ts')).toThrow(/^app\/a\.ts:3: .*static/)
  })
})

describe('the source with its formulas set', () => {
  it('keeps every other character and every line', () => {
    const code = `${heading}const μ = '批量'\nexport const a = [tex\`\n  x\n  + 1\n\`, μ]\nexport const b: number = 2\n`
    const set = withFormulas(code, 'app/a.ts')
    expect(set.split('\n')).toHaveLength(code.split('\n').length)
    expect(set.startsWith(`${heading}const μ = '批量'\nexport const a = [({"html":`)).toBe(true)
    expect(set.endsWith('), μ]\nexport const b: number = 2\n')).toBe(true)
  })

  it('is untouched where tex is not the one of src/exhibit/tex.ts', () => {
    const code = "import { tex } from './other.ts'\nexport const a = tex`\\frac{1`\n"
    expect(withFormulas(code, 'app/a.ts')).toBe(code)
  })

  it('follows a renamed import and reads TSX', () => {
    const code = `import { tex as t } from '../tex.ts'\nexport const A = () => <b title={t\`x\`.html} />`
    expect(withFormulas(code.replace('../tex.ts', '../exhibit/tex.ts'), 'app/a.tsx')).toContain(
      '"slots":[]',
    )
  })
})

describe('the style sheet of KaTeX', () => {
  const face = (family: string, style: string, weight: number, file: string) =>
    `@font-face{font-display:block;font-family:KaTeX_${family};font-style:${style};font-weight:${weight};src:url(fonts/${file}.woff2) format("woff2"),url(fonts/${file}.woff) format("woff"),url(fonts/${file}.ttf) format("truetype")}`
  const css =
    face('Main', 'normal', 400, 'KaTeX_Main-Regular') +
    face('Size1', 'normal', 400, 'KaTeX_Size1-Regular') +
    face('Size2', 'normal', 400, 'KaTeX_Size2-Regular') +
    face('Fraktur', 'normal', 400, 'KaTeX_Fraktur-Regular') +
    '.katex{a:b}'

  it('keeps the woff2 faces that the formulas use, and no other', () => {
    const { html } = setFormula(String.raw`\sum_i x_i`)
    const kept = katexCss(css, html)
    expect(kept.match(/KaTeX_[\w-]+\.\w+/g)).toEqual([
      'KaTeX_Main-Regular.woff2',
      'KaTeX_Size2-Regular.woff2',
    ])
    expect(kept.endsWith('.katex{a:b}')).toBe(true)
  })

  it.each([
    [String.raw`\left(\frac{1}{2}\right)`, 'Size3'],
    [String.raw`\Bigg(x\Bigg)`, 'Size4'],
    [String.raw`\textstyle\sum_i x_i`, 'Size1'],
    [String.raw`\mathcal{B}`, 'Caligraphic'],
    [String.raw`\mathbb{R}`, 'AMS'],
    [String.raw`\mathbf{x}`, 'Main-normal-700'],
  ])('keeps the face of %s', (source, kept) => {
    const [family = '', style = 'normal', weight = '400'] = kept.split('-')
    const sheet = face(family, style, Number(weight), `KaTeX_${family}-Kept`)
    expect(katexCss(sheet, setFormula(source).html)).toContain(`KaTeX_${family}-Kept.woff2`)
    expect(katexCss(sheet, setFormula('x').html)).toBe('')
  })

  it('refuses a formula in a face that it does not keep', () => {
    const { html } = setFormula(String.raw`\mathfrak{x}`)
    expect(() => katexCss(css, html)).toThrow(/mathfrak/)
  })
})
