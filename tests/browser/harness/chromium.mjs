// The system's own Chromium, without its window where Debian has that by itself: it is lighter, and the same engine.

import { existsSync } from 'node:fs';

const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell';

/** How it is started: it asks nobody for anything. `CHROMIUM` names another. */
export const chromium = {
  executablePath: process.env.CHROMIUM ?? (existsSync(WITHOUT_WINDOW) ? WITHOUT_WINDOW : '/usr/bin/chromium'),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
