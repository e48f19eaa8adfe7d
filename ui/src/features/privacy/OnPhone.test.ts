import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { FakeCore } from '../../test/fake';
import Privacy from './Privacy.svelte';

vi.mock('../../ipc/phone', () => ({ PHONE: true }));

it('speaks of leaving the app and of touching the lock on a phone, not of windows and keys', async () => {
  await FakeCore.connect({
    settings: () => ({
      preferences: { lock_after_minutes: 5, lock_when_hidden: false, lock_with_screen: false },
      device_zone: 'America/New_York',
      folder: '/h/r',
    }),
  });
  render(Privacy);
  const left = await screen.findByRole('switch', { name: /^Lock when you leave Handrail/ });
  expect(left).toHaveAccessibleDescription(
    'As soon as you go to another app or the home screen. While you choose, save or share a file, it waits until that is done.',
  );
  expect(screen.getAllByRole('switch')).toEqual([left]);
  expect(screen.getByText('Touch the lock at the top of Today or More.')).toBeVisible();
  expect(screen.queryByText(/window|minimize|Ctrl|on a phone/i)).toBeNull();
});
