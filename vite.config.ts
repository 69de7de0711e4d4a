import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { formulaPlugin } from './tools/formulaPlugin.ts'

export default defineConfig({
  base: './',
  plugins: [formulaPlugin(), react()],
  worker: { format: 'iife', plugins: () => [formulaPlugin()] },
  test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node' },
})
