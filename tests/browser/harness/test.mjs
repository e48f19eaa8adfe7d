// What every spec stands on: a device, and a page on it that sends nothing elsewhere and breaks nowhere.

import { readFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { Device } from './device.mjs';
import { settles } from './settled.mjs';

export { expect };

export const test = base.extend({
  /** `new`: no record yet; `made-up`: the demo client; `own`: a record with nothing in it; `history`: with the demo client's life in it. */
  client: ['new', { option: true }],
  /** Where the device's clock stands, a Tuesday in the demo client's fifth week. */
  now: ['2026-02-03T09:00', { option: true }],
  /** The first day of an evening program; none without. */
  evenings: ['', { option: true }],

  /** The demo client's record as a file that Handrail saved. */
  saved: [
    async ({}, use) => {
      const device = await Device.start({ now: '2026-02-03T09:00', demo: true });
      try {
        const { saved } = await device.call('export_record');
        await use(await readFile(saved, 'utf8'));
      } finally {
        await device.stop();
      }
    },
    { scope: 'worker' },
  ],

  device: async ({ client, now, evenings, saved }, use) => {
    const device = await Device.start({ now, demo: client === 'made-up' });
    try {
      if (client === 'own' || client === 'history') await device.makeRecord();
      if (client === 'history') await device.call('import_record', { text: saved });
      if (evenings) await device.startEvenings(evenings);
      await use(device);
    } finally {
      await device.stop();
    }
  },

  page: async ({ page, device }, use) => {
    settles(page);
    const broken = [];
    page.on('pageerror', (error) => broken.push(String(error)));
    page.on('console', (message) => {
      // A refused call is a plain answer here; Chromium calls it an error by its status alone.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        broken.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(device.address).origin)) broken.push(`sent to ${request.url()}`);
    });
    await page.goto(device.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await use(page);
    expect(broken).toEqual([]);
    // A page that is just then built anew, as a lock does, would hold up the end of its context. It may also interrupt
    // the way out, which then is gone again; where that meets the first, one of them leads out.
    const leave = () => page.goto('about:blank');
    await leave().catch(leave).catch(() => {});
  },
});
