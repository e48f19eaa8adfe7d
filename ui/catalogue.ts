/// <reference types="node" />
import { FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LOCALES = fileURLToPath(new URL('locales/', import.meta.url));
const LANGUAGES = ['en', 'es'];
const NAME = 'virtual:catalogue';
/** What the core words itself, and the page never shows. */
const OF_THE_CORE = ['demo.ftl', 'attendance_paper.ftl'];

type Messages = Record<string, unknown>;

/** A language's messages by id, parsed: the page needs no parser of its own. What one lacks is in English. */
function messages(language: string, watch: (path: string) => void): Messages {
  const all: Messages = language === 'en' ? {} : messages('en', watch);
  for (const file of readdirSync(`${LOCALES}${language}`)) {
    if (!file.endsWith('.ftl') || OF_THE_CORE.includes(file)) continue;
    const path = `${LOCALES}${language}/${file}`;
    watch(path);
    for (const { id, value } of new FluentResource(readFileSync(path, 'utf8')).body) all[id] = value;
  }
  return all;
}

/** The words for a web view that does not run the page, in every language: it cannot choose one. */
const tooOld = (): string =>
  LANGUAGES.map((one) => `<p lang="${one}">${String(messages(one, () => {})['too-old'])}</p>`).join('');

/**
 * The page's words, a file for each language, so that a device loads the one it shows.
 * While the page is worked on or tested nothing is written: there they are modules.
 */
export function catalogue(): Plugin {
  let building = false;
  return {
    name: 'catalogue',
    configResolved: (config) => void (building = config.command === 'build'),
    transformIndexHtml: (html) => html.replace('</main>', `${tooOld()}</main>`),
    resolveId: (source) => (source.startsWith(NAME) ? `\0${source}` : null),
    load(asked) {
      if (!asked.startsWith(`\0${NAME}`)) return null;
      const json = (language: string) =>
        JSON.stringify(messages(language, (path) => this.addWatchFile(path)));
      const language = LANGUAGES.find((one) => asked.endsWith(`/${one}`));
      if (language) return `export default ${json(language)}`;
      const doors = LANGUAGES.map((one) => {
        if (!building) return `${one}: () => import('${NAME}/${one}').then((module) => module.default)`;
        const file = this.emitFile({ type: 'asset', name: `words-${one}.json`, source: json(one) });
        return `${one}: () => fetch(import.meta.ROLLUP_FILE_URL_${file}).then((file) => file.json())`;
      });
      return `export default { ${doors.join(', ')} }`;
    },
  };
}
