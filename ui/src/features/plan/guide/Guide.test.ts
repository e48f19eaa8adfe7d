import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavePlan } from '../../../ipc/generated/SavePlan';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import { FULL, NONE } from '../plans.fixture';
import { joined, questionOf, starting } from './answers';
import Guide from './Guide.svelte';

async function start(refuse?: () => unknown) {
  const core = await FakeCore.connect({
    plan: () => ({ plan: NONE, version: null, versions: 0 }),
    draft: () => ({ text: null }),
    save_plan: () => {
      if (refuse) throw refuse();
      return null;
    },
  });
  const { container } = render(Guide);
  await screen.findByText('Question 1 of 6');
  return { core, container };
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const skip = () => press('Skip for now');

beforeEach(() => {
  toast.clear();
  router.reset('plan');
  window.scrollTo = vi.fn();
});

describe('The short questions', () => {
  it('take an example or words of one’s own, let each be skipped, and are saved as one version', async () => {
    const { core } = await start();
    await press('I want to keep my job and my home.');
    await press('Next');
    expect(screen.getByRole('heading', { level: 2, name: 'What brings on the urge?' })).toHaveFocus();
    expect(screen.getByText('Question 2 of 6')).toBeVisible();
    await press('Bad sleep');
    await press('Next');
    await skip();
    await userEvent.type(screen.getByLabelText('What I do 1'), 'The river');
    await press('Next');
    await skip();
    await userEvent.type(screen.getByLabelText(/What I say/), 'Stay with me');
    await press('Save my plan');
    const [request] = core.requests('save_plan') as SavePlan[];
    expect(request).toEqual({
      plan: {
        ...NONE,
        reasons: ['I want to keep my job and my home.'],
        triggers: [
          {
            text: 'Bad sleep',
            kind: 'internal',
            strength: 2,
            response: 'No phone late. Same bedtime every night.',
          },
        ],
        skills: [{ text: 'The river', pace: 'quick', minutes: null }],
        slip_message: 'Stay with me',
      },
      based_on: null,
    });
    expect(core.requests('discard_draft')).toEqual([{ key: 'plan/guide' }]);
    expect(toast.step).toBe(1);
  });

  it('keep what was typed on the way back', async () => {
    await start();
    await userEvent.type(screen.getByLabelText('Reason'), 'Mia');
    await press('Next');
    await press('One question back');
    expect(screen.getByLabelText('Reason')).toHaveValue('Mia');
  });

  it('an example never takes the place of what was typed', async () => {
    await start();
    await userEvent.type(screen.getByLabelText('Reason'), 'Mia');
    await press('I want to wake up with a clear head.');
    expect(screen.getByLabelText('Reason 1')).toHaveValue('Mia');
    expect(screen.getByLabelText('Reason 2')).toHaveValue('I want to wake up with a clear head.');
  });

  it('go back to the number that is none, and say it there', async () => {
    await start(() => ({ code: 'Invalid', field: 'people.0.phone', rule: 'malformed' }));
    for (let n = 0; n < 4; n++) await skip();
    await userEvent.type(screen.getByLabelText('Name'), 'Jo');
    await userEvent.type(screen.getByLabelText(/Phone/), 'at work');
    await press('Next');
    await press('Save my plan');
    expect(await screen.findByText('This is not a phone number.')).toBeVisible();
    expect(screen.getByLabelText(/Phone/)).toHaveFocus();
    expect(screen.getByLabelText(/Phone/)).toHaveValue('at work');
  });

  it('save nothing when nothing was answered', async () => {
    const { core } = await start();
    for (let n = 0; n < 5; n++) await skip();
    await press('Back to the plan');
    expect(core.requests('save_plan')).toEqual([]);
  });

  it('have no barrier that axe can find', async () => {
    const { container } = await start();
    for (let n = 0; n < 6; n++) {
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations).toEqual([]);
      if (n < 5) await skip();
    }
  });

  it('add to a plan that was written meanwhile, and take nothing from it', () => {
    const answers = { ...starting(), reasons: [{ text: 'Work' }], say: 'Come, please' };
    expect(joined(FULL, answers)).toEqual({
      ...FULL,
      reasons: [...FULL.reasons, 'Work'],
      slip_message: `${FULL.slip_message}\nCome, please`,
    });
    expect(joined(FULL, starting())).toEqual(FULL);
  });

  it('know where each field was asked for', () => {
    expect(['reasons.0', 'warning_signs.1.text', 'people.0.phone', 'slip_message'].map(questionOf)).toEqual([
      0, 2, 4, 5,
    ]);
  });
});
