// axe-core, as its own file has it, run inside the page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './test.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Says every violation of the screen as it stands, in the light look and in the dark one. There may be none. */
export async function expectNoViolations(page, screen) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async (tags) => {
      const { violations } = await globalThis.axe.run({ runOnly: tags, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    }, TAGS);
    expect.soft(violations, `${screen}, ${colorScheme}`).toEqual([]);
  }
}
