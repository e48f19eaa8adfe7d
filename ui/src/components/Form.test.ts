import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Failure, type FailureCode } from '../ipc/client';
import { toast } from '../state/toast.svelte';
import { FakeCore } from '../test/fake';
import FormHarness from '../test/FormHarness.svelte';

const connect = () => FakeCore.connect({ draft: () => ({ text: null }) });
const refuse = (code: FailureCode, detail = {}) => Promise.reject(new Failure(code, detail));
const accept = () => vi.fn((values: object) => Promise.resolve({ ...values, undo: 1 }));
const press = () => userEvent.click(screen.getByRole('button', { name: 'Save it' }));

describe('a form', () => {
  it('words a refusal under its field, goes there, and keeps what was typed', async () => {
    const core = await connect();
    render(FormHarness, { save: () => refuse('Invalid', { field: 'topic', rule: 'too_long' }) });
    await userEvent.type(screen.getByLabelText('Topic'), 'Payday');
    await press();

    const field = screen.getByLabelText('Topic');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription('In your words This is too long.');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('Payday');
    expect(core.requests('discard_draft')).toEqual([]);
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  });

  it('words a refusal that belongs to none of its fields above the buttons', async () => {
    await connect();
    render(FormHarness, { save: () => refuse('DiskFull') });
    await press();
    expect(screen.getByRole('alert')).toHaveTextContent('out of space');
  });

  it('saves, offers undo and forgets its draft', async () => {
    const core = await connect();
    const save = accept();
    render(FormHarness, { save });
    await userEvent.type(screen.getByLabelText('Topic'), 'Home');
    await press();
    expect(save).toHaveBeenCalledWith({ topic: 'Home', minutes: 90 });
    await waitFor(() => expect(core.requests('discard_draft')).toEqual([{ key: 'test/form' }]));
    expect(toast.step).toBe(1);
    await toast.undo();
    expect(core.requests('undo')).toEqual([{ step: 1 }]);
  });
});

describe('minutes', () => {
  it('are hours and minutes to the eye and one number to the core', async () => {
    await connect();
    const save = accept();
    render(FormHarness, { save });
    expect(screen.getByLabelText('hours')).toHaveValue(1);
    expect(screen.getByLabelText('minutes')).toHaveValue(30);
    await userEvent.clear(screen.getByLabelText('minutes'));
    await userEvent.type(screen.getByLabelText('minutes'), '15');
    await press();
    expect(save).toHaveBeenCalledWith({ topic: '', minutes: 75 });
  });

  it('are none when both are empty', async () => {
    await connect();
    const save = accept();
    render(FormHarness, { save });
    await userEvent.clear(screen.getByLabelText('hours'));
    expect(screen.getByLabelText('hours')).toHaveValue(null);
    await userEvent.clear(screen.getByLabelText('minutes'));
    await press();
    expect(save).toHaveBeenCalledWith({ topic: '', minutes: null });
  });
});
