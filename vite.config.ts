import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'iife' },
  test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node' },
})
