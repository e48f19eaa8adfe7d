import { defineConfig } from '@playwright/test';
import { chromium } from './harness/chromium.mjs';

const browser = {
  browserName: 'chromium',
  launchOptions: chromium,
  locale: 'en-US',
  // Far from the core's zone: a page that reckoned with the browser's own clock would be a day off.
  timezoneId: 'Pacific/Auckland',
  contextOptions: { reducedMotion: 'reduce' },
  actionTimeout: 15_000,
  // `--trace on` keeps every step of a run, to be looked at with `playwright show-trace`.
  trace: 'off',
  screenshot: 'only-on-failure',
};

/** Phones and a tablet, as they are held: the ways by touch are gone through at each. */
const HELD = [
  [360, 640],
  [390, 844],
  [820, 1180],
].flatMap(([width, height]) => [
  { width, height },
  { width: height, height: width },
]);
const BY_TOUCH = '**/specs/touch/**';

export default defineConfig({
  testDir: 'specs',
  testMatch: '**/*.spec.mjs',
  outputDir: 'results',
  globalTeardown: './harness/taps.mjs',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A busy machine is slow, and no spec is about how slow.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  projects: [
    {
      name: 'phone',
      testIgnore: BY_TOUCH,
      use: { ...browser, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', testIgnore: BY_TOUCH, use: { ...browser, viewport: { width: 1280, height: 800 } } },
    ...HELD.map((viewport) => ({
      name: `touch ${viewport.width}×${viewport.height}`,
      testMatch: BY_TOUCH,
      // The page is slowed on purpose, on a machine that may be busy.
      timeout: 300_000,
      expect: { timeout: 60_000 },
      use: { ...browser, actionTimeout: 60_000, viewport, hasTouch: true, isMobile: true },
    })),
  ],
});
