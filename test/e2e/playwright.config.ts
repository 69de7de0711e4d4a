import { defineConfig } from '@playwright/test'
import { findChromium, findFirefox } from '../../tools/browser.mjs'
import { foreignPort, homePort, subPath } from './addresses.ts'

const root = new URL('../..', import.meta.url).pathname
const firefox = findFirefox()
const chromium = findChromium()

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../.tmp/end-to-end.json' }]],
  use: { baseURL: `http://localhost:${homePort}/`, trace: 'off' },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(chromium && { executablePath: chromium }),
          args: [
            '--no-sandbox',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: 'smoke.spec.ts',
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]
      : []),
  ],
  webServer: [
    {
      command: `npx vite preview --port ${homePort} --strictPort`,
      cwd: root,
      url: `http://localhost:${homePort}/`,
    },
    {
      // Another origin, a sub-path, and no CORS header: what an iframe meets on a stranger's server.
      command: `node tools/serve.mjs dist ${foreignPort} ${subPath}`,
      cwd: root,
      url: `http://localhost:${foreignPort}${subPath}`,
    },
  ],
})
