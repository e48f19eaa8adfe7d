import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryChange } from '../../ipc/generated/EntryChange';
import type { PlansCompared } from '../../ipc/generated/PlansCompared';
import { router } from '../../router.svelte';
import { FakeCore } from '../../test/fake';
import Compare from './Compare.svelte';
import { FULL } from './plans.fixture';

const version = (n: number) => ({
  id: `v${n}`,
  saved_at: `2026-01-0${n}T01:00:00Z`,
  saved_on: `2026-01-0${n}`,
  saved_time: '20:00',
});
const [jo] = FULL.people;
if (!jo) throw new Error('the fixture has a person');

const CHANGES: EntryChange[] = [
  { section: 'reasons', became: 'added', older: null, newer: { kind: 'line', entry: 'Mia' }, pieces: [] },
  { section: 'reasons', became: 'removed', older: { kind: 'line', entry: 'Rent' }, newer: null, pieces: [] },
  {
    section: 'people',
    became: 'changed',
    older: { kind: 'person', entry: { ...jo, name: 'Jo Ann', phone: '' } },
    newer: { kind: 'person', entry: { ...jo, name: 'Jo' } },
    pieces: [
      { text: 'Jo', only: null },
      { text: ' Ann', only: 'older' },
    ],
  },
  {
    section: 'slip_steps',
    became: 'moved',
    older: { kind: 'line', entry: 'Stop' },
    newer: { kind: 'line', entry: 'Stop' },
    pieces: [],
  },
];

async function start(changes = CHANGES) {
  const core = await FakeCore.connect({
    plan_versions: () => ({ versions: [version(3), version(2), version(1)] }),
    compare_plans: ({ older, newer }: PlansCompared) => ({
      older: version(Number(older[1])),
      newer: version(Number(newer[1])),
      changes,
    }),
  });
  const { container } = render(Compare);
  await screen.findByRole('status');
  return { core, container };
}
const card = (name: string) => within(screen.getByRole('region', { name }));

beforeEach(() => router.reset('plan'));

describe('Two versions', () => {
  it('are the newest and the one before it, until others are chosen', async () => {
    const { core } = await start();
    expect(core.requests('compare_plans')).toEqual([{ older: 'v2', newer: 'v3' }]);
    await userEvent.selectOptions(screen.getByLabelText('Before'), 'v1');
    expect(core.requests('compare_plans').at(-1)).toEqual({ older: 'v1', newer: 'v3' });
  });

  it('are held against each other in words: added, removed, changed, moved', async () => {
    await start();
    expect(screen.getByRole('status')).toHaveTextContent('4 things differ.');
    const reasons = card('My reasons');
    expect(reasons.getByText('Added')).toBeVisible();
    expect(reasons.getByText('Mia')).toBeVisible();
    expect(reasons.getByText('Removed')).toBeVisible();
    expect(reasons.getByText('Rent').tagName).toBe('DEL');
    expect(card('If I slip').getByText('Moved to another place')).toBeVisible();
  });

  it('show what was changed on both sides, and say each mark for those who do not see it', async () => {
    await start();
    const people = card('People');
    const [before, after] = [people.getByText('Before'), people.getByText('After')].map(
      (one) => one.parentElement,
    );
    expect(before).toHaveTextContent('Before Jo Gone: Ann Phone: nothing');
    expect(after).toHaveTextContent('After Jo Phone: New: 555-0117');
    // What is the same on both sides is left out.
    expect(people.queryByText(/Sponsor/)).toBeNull();
  });

  it('say that nothing differs', async () => {
    await start([]);
    expect(screen.getByRole('status')).toHaveTextContent('Nothing differs between these two.');
  });

  it('have no barrier that axe can find', async () => {
    const { container } = await start();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
