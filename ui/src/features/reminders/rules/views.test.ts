import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { router } from '../../../router.svelte';
import { FakeCore } from '../../../test/fake';
import { firstRule } from '../../../test/rules';
import More from '../../more/More.svelte';

beforeEach(async () => {
  await FakeCore.connect({
    reminder_rules: () => ({
      rules: [firstRule('session')],
      first: [firstRule('session')],
      quiet: Array(7).fill(null),
      while_locked: true,
      own: [],
    }),
    reminders: () => ({ today: '2026-02-03', coming: [], delivery: 'works' }),
    draft: () => ({ text: null }),
  });
});

it.each([
  [{ view: 'reminderrules' }, 'What reminds'],
  [{ view: 'reminderrule', source: 'session' }, 'Sessions'],
  [{ view: 'quiethours' }, 'Quiet hours'],
  [{ view: 'ownreminder' }, 'New reminder'],
])('%j is a view of More', async (params, title) => {
  router.replace('more', params as Record<string, string>);
  render(More);
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
});
