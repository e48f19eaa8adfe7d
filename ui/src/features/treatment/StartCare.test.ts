import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FakeCore } from '../../test/fake';
import { templates } from './samples';
import StartCare from './StartCare.svelte';

async function show(answers = {}) {
  const core = await FakeCore.connect({
    templates: () => templates,
    draft: () => ({ text: null }),
    start_care: () => ({ episode: 'new' }),
    ...answers,
  });
  const ondone = vi.fn();
  render(StartCare, { ondone });
  return { core, ondone };
}

describe('starting care', () => {
  it('takes a program as it is, from today, in the zone of the device', async () => {
    const { core, ondone } = await show();
    await userEvent.click(await screen.findByRole('button', { name: /Evening program/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save my program' }));
    expect(core.requests('start_care')).toEqual([
      {
        level: 'intensive_outpatient',
        age_group: 'adult',
        starts_on: '2026-02-03',
        zone: 'America/New_York',
        provider: { name: '', phone: '', address: '', room: '', link: '' },
        phases: templates.templates[0]?.phases,
      },
    ]);
    expect(ondone).toHaveBeenCalledOnce();
  });

  it('changes a day, a length and a target', async () => {
    const { core } = await show();
    await userEvent.click(await screen.findByRole('button', { name: /Evening program/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await userEvent.click(screen.getByRole('switch', { name: 'Same time every day' }));
    const [monday] = screen.getAllByLabelText('minutes');
    if (monday) await userEvent.type(monday, '{Backspace}30');
    await userEvent.click(screen.getByRole('button', { name: 'Save my program' }));
    expect(core.requests('start_care')).toMatchObject([
      { phases: [{ target_minutes: 390, slots: [{ minutes: 210 }, { minutes: 180 }] }] },
    ]);
  });

  it('puts what is refused under its own field', async () => {
    await show({
      start_care: () => {
        throw { code: 'Invalid', field: 'phases.0.slots.1.minutes', rule: 'too_small' };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /Evening program/ }));
    await userEvent.click(screen.getByRole('switch', { name: 'Same time every day' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save my program' }));
    const wednesday = await screen.findByRole('group', { name: 'Wednesday' });
    expect(wednesday).toHaveTextContent('This number is too small.');
    expect(screen.getByRole('group', { name: 'Monday' })).not.toHaveTextContent('too small');
  });

  it('opens the fold of the provider when something in it is refused', async () => {
    await show({
      start_care: () => {
        throw { code: 'Invalid', field: 'provider.link', rule: 'malformed' };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /Evening program/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save my program' }));
    expect(await screen.findByText('This could not be read.')).toBeVisible();
  });

  it('shows every part of a step-down, and what was typed after a way back', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: /Step-down program/ }));
    expect(screen.getAllByRole('heading', { name: /^Part \d/ })).toHaveLength(3);
    const [weeks] = screen.getAllByLabelText(/^Weeks/);
    if (weeks) await userEvent.type(weeks, '{Backspace}6');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await userEvent.click(screen.getByRole('button', { name: /Step-down program/ }));
    expect(screen.getAllByLabelText(/^Weeks/)[0]).toHaveValue(6);
  });
});
