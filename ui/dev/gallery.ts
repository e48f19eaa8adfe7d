/** The generic parts with made-up words, for looking. Served by `npm run dev`, never built. */
import { mount } from 'svelte';
import { connect } from '../src/ipc/client';
import '../src/styles/font.css';
import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/field.css';
import { setTheme } from '../src/state/theme';
import { setLanguage } from '../src/words';
import Gallery from './Gallery.svelte';

const query = new URLSearchParams(location.search);
if (query.get('theme') === 'dark') setTheme('dark');
if (query.get('text')) document.documentElement.style.fontSize = `${query.get('text')}%`;

async function start(): Promise<void> {
  await setLanguage(query.get('lang') === 'es' ? 'es' : 'en');
  connect({
    call: (operation) =>
      operation === 'refused'
        ? Promise.reject({ code: 'Invalid', field: 'minutes', rule: 'too_large' })
        : Promise.resolve({ value: { text: null }, changes: [], undo: 1 }),
    subscribe() {},
    painted() {},
    letGo() {},
    print: () => Promise.resolve(),
  });
  const target = document.getElementById('app');
  if (target) mount(Gallery, { target });
}

void start();
