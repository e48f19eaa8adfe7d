import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeCore } from '../../test/fake';
import Search from './Search.svelte';

const hit = (session: string, on: string) => ({
  session,
  on,
  kind: 'group',
  time: '18:00',
  state: 'attended',
  found: [
    {
      part: 'note',
      text: [
        { text: 'Rode out an ', hit: false },
        { text: 'urge', hit: true },
        { text: ' <b>', hit: false },
      ],
    },
  ],
});

interface Asked {
  text: string;
  before?: string | null;
}

async function show() {
  const core = await FakeCore.connect({
    search_sessions: ({ text, before }: Asked) => {
      if (!text.startsWith('u')) return { hits: [], more: false };
      return before
        ? { hits: [hit('older', '2025-01-05')], more: false }
        : { hits: [hit('newer', '2026-01-05')], more: true };
    },
  });
  render(Search);
  return { core, field: screen.getByLabelText('Words to look for') };
}

describe('the search', () => {
  it('shows a hit in its place, its words marked and nothing read as markup', async () => {
    const { field } = await show();
    await userEvent.type(field, 'u');
    const found = await screen.findByRole('button', { name: /Group therapy, January 5, 2026/ });
    expect(found).toHaveTextContent('Note: Rode out an urge <b>');
    expect(within(found).getByText('urge').tagName).toBe('MARK');
  });

  it('goes on to older ones', async () => {
    const { core, field } = await show();
    await userEvent.type(field, 'u');
    await userEvent.click(await screen.findByRole('button', { name: 'Show older ones' }));
    expect(await screen.findByRole('button', { name: /January 5, 2025/ })).toBeInTheDocument();
    expect(core.requests('search_sessions').at(-1)).toEqual({ text: 'u', before: 'newer' });
    expect(screen.queryByRole('button', { name: 'Show older ones' })).not.toBeInTheDocument();
  });

  it('says so when nothing is found, and nothing before a word is typed', async () => {
    const { field } = await show();
    expect(screen.queryByText('Nothing found')).not.toBeInTheDocument();
    await userEvent.type(field, 'x');
    expect(await screen.findByText('Nothing found')).toBeInTheDocument();
  });
});
