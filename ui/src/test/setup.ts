import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { beforeEach, vi } from 'vitest';
import { setLanguage } from '../words';

// A busy machine takes longer than the second that is usual.
configure({ asyncUtilTimeout: 8_000 });

// jsdom knows the dialog element but not how to open it.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

// Nothing is painted in jsdom.
vi.mock('../state/painted', () => ({ onPainted: (act: () => void) => (act(), () => {}) }));

window.scrollTo = vi.fn() as typeof window.scrollTo;

beforeEach(async () => {
  await setLanguage('en');
});
