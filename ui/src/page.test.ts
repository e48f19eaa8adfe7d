import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The sources of the page, by path. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !/\.test\.ts$|^test\//.test(path))
  .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));

describe('the page keeps nothing', () => {
  it.each([
    /\b(local|session)Storage\b/,
    /\bindexedDB\b/i,
    /\bcaches\s*[.[]/,
    /\bserviceWorker\b/,
    /\bdocument\.cookie\b/,
    /\bcookieStore\b/,
    /\bgetDirectory\b/,
  ])('and never asks for a place to: %s', (word) => {
    expect(sources.filter(({ text }) => word.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('and every field for text is kept from what completes, corrects or checks words', () => {
    const bare = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/<(?:input|textarea)\b(?:=>|[^>])*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !/type="(?:radio|checkbox|file|range)"/.test(tag))
        .filter((tag) => !tag.includes('{...control}') && !tag.includes('autocomplete="off"'))
        .map(() => path),
    );
    expect(bare).toEqual([]);
    const field = sources.find(({ path }) => path === join('components', 'Field.svelte'))?.text ?? '';
    for (const kept of [
      "autocomplete: 'off'",
      "autocorrect: 'off'",
      "spellcheck: 'false'",
      "writingsuggestions: 'false'",
    ]) {
      expect(field).toContain(kept);
    }
  });
});

describe('the page runs on the oldest system that the app is for', () => {
  it('and is built for its web view', () => {
    const { bundle } = JSON.parse(readFileSync('../src-tauri/tauri.conf.json', 'utf8')) as {
      bundle: { iOS: { minimumSystemVersion: string } };
    };
    expect(readFileSync('vite.config.ts', 'utf8')).toContain(`'safari${bundle.iOS.minimumSystemVersion}'`);
  });

  it('and mixes colours of our own only where its engine can', () => {
    const guarded = /@supports \(color: color-mix\(in oklch, red, red\)\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g;
    const mixed = sources.filter(({ text }) => /color-mix\([^;]*var\(/.test(text.replace(guarded, '')));
    expect(mixed.map(({ path }) => path)).toEqual([]);
  });
});
