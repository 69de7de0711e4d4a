import react from '@vitejs/plugin-react'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }
import { contentSecurityPolicyPlugin, type Output } from './tools/contentSecurityPolicy.ts'
import { formulaPlugin } from './tools/formulaPlugin.ts'
import { licencePlugin } from './tools/licencePlugin.ts'
import { pagePlugin } from './tools/pagePlugin.ts'
import { wasmPlugin } from './tools/wasmPlugin.ts'

const singleFile = 'batchnorm.html'

/** `vite build` makes the folder to be served, `vite build --mode single` then adds the single file to it. */
export default defineConfig(({ command, mode }) => {
  const output: Output = mode === 'single' ? 'single' : 'web'
  const single = output === 'single'
  return {
    base: './',
    appType: 'mpa',
    define: { __VERSION__: JSON.stringify(packageJson.version) },
    plugins: [
      formulaPlugin(),
      wasmPlugin(),
      react(),
      pagePlugin(command === 'build' ? output : 'dev'),
      single && viteSingleFile({ outputFileName: singleFile }),
      !single && licencePlugin(),
      contentSecurityPolicyPlugin(output),
    ],
    worker: { format: 'iife', plugins: () => [formulaPlugin(), wasmPlugin()] },
    build: {
      emptyOutDir: !single,
      copyPublicDir: !single,
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      modulePreload: { polyfill: false },
      // The page says how large it may be: see .size-limit.mjs.
      chunkSizeWarningLimit: 1000,
      reportCompressedSize: false,
    },
    test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 },
  }
})
