import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const output = new URL('../../dist/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, output), 'utf8')

test('the single file refers to nothing outside of itself', () => {
  const page = read('batchnorm.html')
  const outside = [...page.matchAll(/<(?:script|link|img)\b[^>]*\s(?:src|href)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !address.startsWith('data:'))
  expect(outside).toEqual([])
  expect(page.match(/url\((?!["']?data:|#)[^)]{0,40}/g) ?? []).toEqual([])
  expect(page).not.toContain('location.replace(')
  expect(page).toContain('id="data-digits8.bin"')
})

test('no formula carries an inline style, which the policy would refuse', () => {
  for (const name of readdirSync(new URL('assets', output)).filter((file) => file.endsWith('.js')))
    expect(read(`assets/${name}`)).not.toMatch(/<span[^>]{0,80} style=/)
})

test('the page starts with JavaScript of its own server alone, by relative addresses', () => {
  const page = read('index.html')
  const addresses = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address)
  expect(addresses.length).toBeGreaterThan(2)
  for (const address of addresses) expect(address).toMatch(/^\.\//)
})

test('the worker holds no React', async ({ page }) => {
  await page.addInitScript(() => {
    const made: Blob[] = []
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob)
      return create(blob)
    }
    Object.assign(window, { made })
  })
  await page.goto('.')
  await page.waitForFunction(() => (window as unknown as { made: Blob[] }).made.length > 0)
  const code = await page.evaluate(() => (window as unknown as { made: Blob[] }).made[0]!.text())
  expect(code).toContain('postMessage')
  expect(code).not.toMatch(/react\.|createElement|document\./i)
})
