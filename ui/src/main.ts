import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './ipc/client';
import { takeLook } from './state/look';
import { vault } from './state/vault.svelte';
import './styles/font.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/field.css';
import { setLanguage, systemLanguage } from './words';

const target = document.getElementById('app');

async function start(): Promise<void> {
  // This web view runs it: away with what is said to one that does not.
  target?.replaceChildren();
  connect();
  // Words drawn in another font or size first would move when theirs comes.
  const font = document.fonts.load("1rem 'Atkinson Hyperlegible Next Variable'");
  await Promise.all([vault.refresh(), font.catch(() => {}), takeLook()]);
  // The record's language, where there is one; the system's else.
  await setLanguage(vault.status?.language ?? systemLanguage());
  if (target) mount(App, { target });
}

void start();
