import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  readonly axe: { readonly run: (context: Document, options: RunOptions) => Promise<AxeResults> }
}

/** What axe finds wrong with the page as it is, one line for each element. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  const found = await page.evaluate(() =>
    (window as unknown as Axe).axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    }),
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
