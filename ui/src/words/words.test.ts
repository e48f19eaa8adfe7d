import { FluentResource } from '@fluent/bundle';
import { describe, expect, it, vi } from 'vitest';
import { Failure, type FailureCode, type Rule } from '../ipc/client';
import { setLanguage, t, wordFailure, wordRule } from '.';

const read = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? '', text]));
const english = read(
  import.meta.glob<string>('../../locales/en/*.ftl', { query: '?raw', import: 'default', eager: true }),
);
const spanish = read(
  import.meta.glob<string>('../../locales/es/*.ftl', { query: '?raw', import: 'default', eager: true }),
);
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Each id of a catalogue with the variables that its message takes. */
function messages(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, value } of new FluentResource(text).body) {
    const names = [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)].map((hit) => hit[1]);
    found.set(id, [...new Set(names)].sort().join(' '));
  }
  return found;
}

describe('the catalogues', () => {
  it('hold the same files, ids and variables in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [name, text] of english) {
      expect(Object.fromEntries(messages(spanish.get(name) ?? '')), name).toEqual(
        Object.fromEntries(messages(text)),
      );
    }
  });

  it('lose no message to a slip of syntax, and define none twice', () => {
    for (const files of [english, spanish]) {
      const ids = [...files].flatMap(([name, text]) => {
        const written = [...text.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map((hit) => hit[1] ?? '');
        expect([...messages(text).keys()].sort(), name).toEqual([...written].sort());
        return written;
      });
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });

  it('stand each for itself: the page gives no message another one', () => {
    for (const text of [...english.values(), ...spanish.values()]) {
      expect(JSON.stringify(new FluentResource(text).body)).not.toMatch(/"type":"(mesg|term)"/);
    }
  });

  it('have every id that a screen asks for by name', () => {
    const known = new Set([...english.values()].flatMap((text) => [...messages(text).keys()]));
    const missing = Object.entries(sources).flatMap(([path, source]) =>
      [...source.matchAll(/\bt\(\s*'([a-z][a-z0-9-]*)'/g)]
        .map((hit) => hit[1] ?? '')
        .filter((id) => !known.has(id))
        .map((id) => `${path}: ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('never shout', () => {
    for (const text of [...english.values(), ...spanish.values()]) expect(text).not.toMatch(/[!¡]/);
  });
});

describe('words', () => {
  it('fill in what they are given, without marks around it', () => {
    expect(t('call-name', { name: 'Jo' })).toBe('Call Jo');
  });

  it('change with the language', async () => {
    await setLanguage('es');
    expect(t('nav-today')).toBe('Hoy');
    expect(document.documentElement.lang).toBe('es');
  });

  it('are those of the language chosen last, whichever come first', async () => {
    const arrive: Record<string, (messages: Record<string, string>) => void> = {};
    const bring = (language: string) => () => new Promise((resolve) => (arrive[language] = resolve));
    vi.resetModules();
    vi.doMock('virtual:catalogue', () => ({ default: { en: bring('en'), es: bring('es') } }));
    const fresh = await import('./words.svelte');
    const chosen = [fresh.setLanguage('es'), fresh.setLanguage('en')];
    arrive.en?.({ yes: 'Yes' });
    arrive.es?.({ yes: 'Sí' });
    await Promise.all(chosen);
    expect(fresh.t('yes')).toBe('Yes');
  });

  it('are the id rather than nothing', () => {
    expect(t('no-such-words')).toBe('no-such-words');
  });

  it('exist for every failure and rule of the core', async () => {
    // As records, so that the types ask for each one that the core adds.
    const codes: Record<FailureCode, true> = {
      Locked: true,
      WrongPassphrase: true,
      Damaged: true,
      NotFound: true,
      Invalid: true,
      Conflict: true,
      NewerDatabase: true,
      DiskFull: true,
      ReadOnly: true,
      InUse: true,
      NoVault: true,
      Internal: true,
    };
    const rules: Record<Rule, true> = {
      required: true,
      too_short: true,
      too_long: true,
      too_small: true,
      too_large: true,
      control_characters: true,
      not_a_date: true,
      not_a_time: true,
      unknown_zone: true,
      end_before_start: true,
      taken: true,
      in_the_future: true,
      does_not_fit: true,
      mistyped: true,
      unknown: true,
      malformed: true,
      newer: true,
      wrong: true,
      too_simple: true,
    };
    for (const language of ['en', 'es'] as const) {
      await setLanguage(language);
      const worded = [
        ...Object.keys(codes).map((code) => wordFailure(new Failure(code as FailureCode))),
        ...Object.keys(rules).map((rule) => wordRule(rule as Rule)),
      ];
      expect(new Set(worded).size).toBe(worded.length);
    }
  });

  it('say how long to wait for another passphrase', () => {
    expect(wordFailure(Failure.from({ code: 'WrongPassphrase', wait_seconds: 30 }))).toContain('30 seconds');
    expect(wordFailure(Failure.from({ code: 'WrongPassphrase', wait_seconds: 0 }))).not.toContain('seconds');
  });

  it('do not leak what was thrown when it is not a failure of ours', () => {
    expect(wordFailure(Failure.from(new Error('secret')))).toBe(t('failure-internal'));
  });
});
