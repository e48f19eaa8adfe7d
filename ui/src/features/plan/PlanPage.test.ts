import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanShown } from '../../ipc/generated/PlanShown';
import type { SavePlan } from '../../ipc/generated/SavePlan';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { FakeCore } from '../../test/fake';
import PlanPage from './PlanPage.svelte';
import { FULL, NONE } from './plans.fixture';
import { content, take, type Plan } from './sections';

/** A core that keeps one plan and counts its versions. */
async function keeping(first: Plan, saved = true) {
  let version = saved ? 1 : 0;
  let plan = first;
  const shown = (): PlanShown => ({
    plan,
    version: version
      ? { id: `v${version}`, saved_at: '2026-01-22T01:00:00Z', saved_on: '2026-01-21', saved_time: '20:00' }
      : null,
    versions: version,
  });
  const core = await FakeCore.connect({
    plan: shown,
    today: () => ({ today: '2026-02-03' }),
    draft: () => ({ text: null }),
    save_plan: (request: SavePlan) => {
      if (request.based_on !== (version ? `v${version}` : null)) throw { code: 'Conflict' };
      plan = request.plan;
      version++;
      return shown();
    },
  });
  /** Someone else saves, and this page has not heard of it. */
  const elsewhere = (next: Plan) => {
    plan = next;
    version++;
  };
  return { core, elsewhere, plan: () => plan };
}

const card = (name: string) => within(screen.getByRole('region', { name }));

beforeEach(() => {
  toast.clear();
  // jsdom lays nothing out, and so has nothing to scroll.
  Element.prototype.scrollIntoView = vi.fn();
});

describe('The plan', () => {
  it('is written one part at a time, from an idea or from nothing', async () => {
    const { core, plan } = await keeping(NONE, false);
    render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Start with my reasons' }));
    const reasons = card('My reasons');
    expect(reasons.getByRole('textbox')).toHaveFocus();
    await userEvent.click(reasons.getByRole('button', { name: 'I want to wake up with a clear head.' }));
    await userEvent.click(reasons.getByRole('button', { name: 'Another reason' }));
    await userEvent.keyboard('Mia');
    await userEvent.click(reasons.getByRole('button', { name: 'Save' }));
    expect(plan().reasons).toEqual(['I want to wake up with a clear head.', 'Mia']);
    expect(core.requests('save_plan')).toMatchObject([{ based_on: null }]);
    expect(toast.step).toBe(1);
    expect(reasons.getByRole('button', { name: 'Edit: My reasons' })).toHaveFocus();
  });

  it('moves entries by keyboard, and brings back one that was removed', async () => {
    const { plan } = await keeping(FULL);
    render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: If I slip' }));
    const slip = card('If I slip');
    slip.getByRole('button', { name: 'Move up: Call Jo' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(slip.getByRole('button', { name: 'Move down: Call Jo' })).toHaveFocus();
    expect(slip.getByText('Now 1 of 2.')).toBeInTheDocument();
    await userEvent.click(slip.getByRole('button', { name: 'Remove: Call Jo' }));
    expect(slip.getByRole('button', { name: 'Put back' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(slip.getByRole('button', { name: 'Save' }));
    expect(plan().slip_steps).toEqual(['Call Jo', 'Stop']);
  });

  it('saves a part though another part was changed elsewhere', async () => {
    const { elsewhere, plan } = await keeping(FULL);
    render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: My reasons' }));
    await userEvent.type(card('My reasons').getByRole('textbox'), ' and me');
    elsewhere({ ...FULL, routine: ['Walk the dog'] });
    await userEvent.click(card('My reasons').getByRole('button', { name: 'Save' }));
    expect(plan().reasons).toEqual(['Mia and me']);
    expect(plan().routine).toEqual(['Walk the dog']);
  });

  it('closes the editor at Back, and has what was typed when it is opened again', async () => {
    const { core } = await keeping(FULL);
    const ends = router.follow();
    render(PlanPage);
    const reasons = () => card('My reasons');
    const edit = () => screen.findByRole('button', { name: 'Edit: My reasons' });
    await userEvent.click(await edit());
    await userEvent.type(reasons().getByRole('textbox'), ' and me');
    history.back();
    await waitFor(async () => expect(await edit()).toHaveFocus());
    expect(reasons().queryByRole('textbox')).toBeNull();
    expect(core.requests('save_draft').at(-1)).toMatchObject({ text: expect.stringContaining('Mia and me') });
    await userEvent.click(await edit());
    expect(reasons().getByRole('textbox')).toHaveValue('Mia and me');
    expect(reasons().getByText('What you typed before is still here.')).toBeVisible();
    history.back();
    await edit();
    ends();
  });

  it('shows both when the same part was changed elsewhere, and keeps what was typed', async () => {
    const { elsewhere, plan } = await keeping(FULL);
    render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: My reasons' }));
    const reasons = card('My reasons');
    await userEvent.type(reasons.getByRole('textbox'), ' and me');
    elsewhere({ ...FULL, reasons: ['My work'] });
    await userEvent.click(reasons.getByRole('button', { name: 'Save' }));
    expect(await reasons.findByText('My work')).toBeVisible();
    expect(reasons.getByRole('textbox')).toHaveValue('Mia and me');
    expect(plan().reasons).toEqual(['My work']);
    await userEvent.click(reasons.getByRole('button', { name: 'Save' }));
    expect(plan().reasons).toEqual(['Mia and me']);
  });

  it('unfolds the entry that was refused and goes to its field', async () => {
    const { core } = await keeping(FULL);
    core.answers.save_plan = () => {
      throw { code: 'Invalid', field: 'people.0.phone', rule: 'control_characters' };
    };
    render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: People' }));
    const people = card('People');
    expect(people.queryByLabelText(/Phone/)).toBeNull();
    await userEvent.click(people.getByRole('button', { name: 'Save' }));
    expect(await people.findByLabelText(/Phone/)).toHaveFocus();
  });

  it('brings back what was typed before, in the part where it was typed', async () => {
    const { core } = await keeping(FULL);
    const base = content('reasons', FULL);
    core.answers.draft = () => ({
      text: JSON.stringify({ entries: { reasons: { base, edit: { reasons: [{ text: 'Mia and ' }] } } } }),
    });
    render(PlanPage);
    expect(await screen.findByText('What you typed before is still here.')).toBeVisible();
    expect(card('My reasons').getByRole('textbox')).toHaveValue('Mia and ');
  });

  it('does not bring back an editor in which nothing was typed', async () => {
    // As the core may send it: the same, in another order of fields.
    const triggers = FULL.triggers.map(({ text, ...rest }) => ({ ...rest, text })).reverse();
    const { core } = await keeping({ ...FULL, triggers });
    const entry = { base: content('triggers', FULL), edit: take('triggers', FULL) };
    core.answers.draft = () => ({ text: JSON.stringify({ entries: { triggers: entry } }) });
    render(PlanPage);
    expect(await screen.findByRole('button', { name: 'Edit: Triggers' })).toBeVisible();
    expect(screen.queryByText('What you typed before is still here.')).toBeNull();
  });

  it('asks kindly for one person who knows, and for a review that is due', async () => {
    await keeping({
      ...FULL,
      people: FULL.people.map((one) => ({ ...one, knows_plan: false })),
      review: { with: 'Dana R.', on: '2026-01-01', next_on: '2026-02-01', signatures: [] },
    });
    render(PlanPage);
    expect(await screen.findByText('Does one person know about this plan?')).toBeVisible();
    expect(await screen.findByText('Time to look at it again with Dana R.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Does one person know/ }));
    expect(card('People').getByRole('button', { name: 'Save' })).toBeVisible();
  });

  it('keeps every field of a section of which only one was edited', async () => {
    const { plan } = await keeping(FULL);
    render(PlanPage);
    for (const name of ['What works for me', 'People', 'If I slip', 'Reviewed with my therapist']) {
      await userEvent.click(await screen.findByRole('button', { name: `Edit: ${name}` }));
    }
    const people = card('People');
    await userEvent.click(people.getByRole('button', { name: 'Jo' }));
    await userEvent.type(people.getByLabelText('Name'), ' Ann');
    await userEvent.type(card('What works for me').getByLabelText(/^Angry/), 'Walk');
    await userEvent.type(card('If I slip').getByLabelText(/What I say/), ' Now');
    await userEvent.type(card('Reviewed with my therapist').getByLabelText('With whom'), ' Reyes');
    for (const name of ['What works for me', 'People', 'If I slip', 'Reviewed with my therapist']) {
      await userEvent.click(card(name).getByRole('button', { name: 'Save' }));
    }
    expect(plan()).toEqual({
      ...FULL,
      halt: { ...FULL.halt, angry: 'Walk' },
      people: FULL.people.map((one) => ({ ...one, name: 'Jo Ann' })),
      slip_message: `${FULL.slip_message} Now`,
      review: FULL.review && { ...FULL.review, with: 'Dana R. Reyes' },
    });
  });

  it('says at the second number that it is none, and keeps what was typed', async () => {
    const { core } = await keeping(FULL);
    core.answers.save_plan = () => {
      throw { code: 'Invalid', field: 'people.0.more_phones.1.number', rule: 'malformed' };
    };
    render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: People' }));
    const people = card('People');
    await userEvent.click(people.getByRole('button', { name: 'Jo' }));
    await userEvent.click(people.getByRole('button', { name: 'Another number' }));
    await userEvent.keyboard('ask Elena');
    await userEvent.click(people.getByRole('button', { name: 'Save' }));
    expect(await people.findByText('This is not a phone number.')).toBeVisible();
    expect(people.getAllByLabelText('Number')[1]).toHaveFocus();
    expect(people.getAllByLabelText('Number')[1]).toHaveValue('ask Elena');
  });

  it('asks for a copy at hand, unless one is on the lock screen or was made', async () => {
    const { core } = await keeping(FULL);
    core.answers.lock_card = () => ({ card: null });
    const { unmount } = render(PlanPage);
    await userEvent.click(await screen.findByRole('button', { name: /Keep a copy at hand/ }));
    expect(router.params).toEqual({ view: 'share' });
    unmount();
    core.answers.draft = ({ key }: { key: string }) => ({
      text: key === 'plan/share' ? JSON.stringify({ copied: true }) : null,
    });
    render(PlanPage);
    await screen.findByRole('button', { name: 'Edit: My reasons' });
    expect(screen.queryByText('Keep a copy at hand')).toBeNull();
  });

  it('has no barrier that axe can find, read or written', async () => {
    await keeping(FULL);
    const { container } = render(PlanPage);
    const look = async () => {
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations).toEqual([]);
    };
    await screen.findByRole('button', { name: 'Edit: My reasons' });
    await look();
    for (const name of ['What works for me', 'People', 'If I slip', 'Reviewed with my therapist']) {
      await userEvent.click(screen.getByRole('button', { name: `Edit: ${name}` }));
    }
    await userEvent.click(card('People').getByRole('button', { name: 'Jo' }));
    await look();
  });

  it('sets Handrail’s safety words apart, whatever is written', async () => {
    await keeping(NONE, false);
    render(PlanPage);
    const safety = await screen.findByRole('complementary', { name: 'From Handrail' });
    expect(safety).toHaveTextContent('naloxone');
    expect(safety).toHaveTextContent('911');
  });
});
