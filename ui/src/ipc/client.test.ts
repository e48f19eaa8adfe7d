import { expect, it, vi } from 'vitest';
import { FakeCore } from '../test/fake';
import { call, Failure, onChanges, perform } from './client';

it('answers the value of a call, and the whole envelope where it is wanted', async () => {
  await FakeCore.connect({ today: () => 3 });
  expect(await call('today', {})).toBe(3);
  expect(await perform('today', {})).toEqual({ value: 3, changes: [], undo: 1 });
});

it('turns a refusal into a failure with its parts', async () => {
  await FakeCore.connect({
    unlock: () => {
      throw { code: 'WrongPassphrase', wait_seconds: 15 };
    },
  });
  const refused = await call('unlock', { passphrase: '' }).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Failure);
  expect(refused).toMatchObject({ code: 'WrongPassphrase', waitSeconds: 15 });
});

it('says that the vault changed when a call finds it locked', async () => {
  await FakeCore.connect({
    today: () => {
      throw { code: 'Locked' };
    },
  });
  const heard = vi.fn();
  const stop = onChanges(heard);
  await expect(call('today', {})).rejects.toMatchObject({ code: 'Locked' });
  expect(heard).toHaveBeenCalledWith(['vault']);
  stop();
});
