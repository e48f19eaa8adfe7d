import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { catalogue } from './catalogue';

export default defineConfig({
  plugins: [svelte(), svelteTesting(), catalogue()],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    target: ['es2022', 'chrome111', 'safari15.4'],
    // The content security policy has no data: for fonts, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test/setup.ts'],
    testTimeout: 30_000,
    // Otherwise style sheets are empty in tests, and the contrasts are computed from this one.
    css: { include: [/tokens\.css/] },
    restoreMocks: true,
  },
});
