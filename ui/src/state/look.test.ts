import { afterEach, expect, it } from 'vitest';
import { connect, type Look, type Transport } from '../ipc/client';
import { takeLook } from './look';

const root = document.documentElement;
const taken = () => [root.hasAttribute('data-bold'), root.style.getPropertyValue('--text-scale')];

/** A shell that answers `look` like that, or has no such question. */
function shell(look?: () => Promise<Look>): void {
  const quiet: Transport = {
    call: () => Promise.reject(new Error()),
    subscribe() {},
    painted() {},
    letGo() {},
    print: () => Promise.resolve(),
  };
  connect({ ...quiet, ...(look && { look }) });
}

afterEach(() => {
  root.removeAttribute('data-bold');
  root.removeAttribute('style');
});

it('takes bold and large text from the system each time it is asked', async () => {
  let asked: Look = { bold: true, scale: 1.5 };
  shell(() => Promise.resolve(asked));
  await takeLook();
  expect(taken()).toEqual([true, '1.5']);
  asked = { bold: false, scale: 0.85 };
  await takeLook();
  expect(taken()).toEqual([false, '0.85']);
});

it('is as always where the system does not say', async () => {
  shell(() => Promise.reject(new Error()));
  await takeLook();
  expect(taken()).toEqual([false, '1']);
  shell();
  await takeLook();
  expect(taken()).toEqual([false, '1']);
});
