import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import PartsHarness from '../test/PartsHarness.svelte';

beforeEach(() => void render(PartsHarness));

describe('a sheet', () => {
  it('opens with the focus on its title, and closes by its button', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Open it' }));
    expect(screen.getByRole('dialog', { name: 'A sheet' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('heading', { name: 'A sheet' })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('closes by a press beside it, not by one that begins inside', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Open it' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(screen.getByText('Inside'));
    expect(dialog).toBeVisible();
    await userEvent.click(dialog);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

it('tabs are walked with the arrow keys', async () => {
  await userEvent.click(screen.getByRole('tab', { name: 'First' }));
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Second' })).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'Second' })).toHaveTextContent('Panel b');
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'First' })).toHaveAttribute('aria-selected', 'true');
});

it('a passphrase is hidden until it is asked for', async () => {
  const field = screen.getByLabelText('Passphrase');
  expect(field).toHaveAttribute('type', 'password');
  await userEvent.type(field, 'pine');
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByLabelText('Passphrase')).toHaveAttribute('type', 'text');
  expect(screen.getByLabelText('Passphrase')).toHaveValue('pine');
});

it('a call link dials the digits and says who is called', () => {
  expect(screen.getByRole('link', { name: 'Call the helpline' })).toHaveAttribute('href', 'tel:18006624357');
});

it("the week's steps say in words what they draw", () => {
  expect(
    screen.getByRole('img', { name: '3 hours of 9 hours attended. One session still possible.' }),
  ).toBeVisible();
});

it('breaks no rule of axe', async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map((violation) => violation.id)).toEqual([]);
});
