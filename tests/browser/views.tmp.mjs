import { chromium } from 'playwright-core';
import { Device } from './harness/device.mjs';
import { readFile } from 'node:fs/promises';
const only = process.argv[2]?.split(',');
const looks = (process.argv[3] ?? 'light').split(',');
const devs = (process.argv[4] ?? 'phone,desktop').split(',');
const device = await Device.start({ now: '2026-02-03T09:00', demo: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const D = { phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true }, desktop: { viewport: { width: 1280, height: 800 } } };
const VIEWS = { groups: null, find: /^Find/, asked: /asked of me/, record: /record/i, recovery: /chips/i, steps: /step/i };
for (const d of devs) for (const look of looks) {
  const c = await browser.newContext({ ...D[d], colorScheme: look, reducedMotion: 'reduce', locale: 'en-US' });
  const page = await c.newPage();
  page.on('pageerror', e => console.log('ERR', String(e)));
  page.on('console', m => m.type()==='error' && console.log('CON', m.text()));
  for (const [v, name] of Object.entries(VIEWS)) {
    if (only && only[0] && !only.includes(v)) continue;
    await page.goto(device.address);
    await page.getByRole('heading',{level:1}).waitFor();
    await page.locator('nav li.groups button').click();
    await page.getByRole('heading',{level:1, name:'Groups'}).waitFor();
    if (v !== 'groups') await page.locator('.places button').nth(Object.keys(VIEWS).indexOf(v)-1).click();
    await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/pics/${v}-${d}-${look}.png`, fullPage: true });
  }
  await c.close();
}
await browser.close(); await device.stop();
