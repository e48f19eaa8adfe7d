import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { FakeCore } from '../../test/fake';
import { setLanguage, t } from '../../words';
import More from '../more/More.svelte';
import Learn from './Learn.svelte';
import { PAGES, type Page } from './pages';
import { SOURCES } from './sources';

const user = userEvent.setup();

let core: FakeCore;

beforeEach(async () => {
  toast.clear();
  router.reset('more');
  core = await FakeCore.connect({
    crisis_lines: () => ({
      lines: [
        { id: 'us-988', call: '988', text: '988', tty: null },
        { id: 'us-911', call: '911', text: null, tty: null },
        { id: 'us-samhsa', call: '1-800-662-4357', text: '435748', tty: '1-800-487-4889' },
      ],
    }),
  });
});

function open(page?: Page): HTMLElement {
  router.replace('more', page ? { view: 'learn', page } : { view: 'learn' });
  return render(Learn).container;
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('the way in', () => {
  it('leads from More to the contents, from there to a page, and on to the next', async () => {
    router.replace('more', { view: 'learn' });
    render(More);
    await heading('Learn');
    for (const page of PAGES) expect(screen.getByRole('button', { name: new RegExp(t(`learn-${page}`)) }));
    await user.click(screen.getByRole('button', { name: /^How long it lasts/ }));
    await heading('How long it lasts');
    const on = screen.getByRole('navigation', { name: 'Pages' });
    await user.click(within(on).getByRole('button', { name: /^Is this for me\?/ }));
    await heading('Is this for me?');
    await user.click(screen.getByRole('button', { name: 'All pages' }));
    await heading('Learn');
  });

  it('ends at the last page', async () => {
    open('sources');
    await heading('Sources');
    const on = screen.getByRole('navigation', { name: 'Pages' });
    expect(within(on).getAllByRole('button')).toHaveLength(1);
  });
});

describe.each(['en', 'es'] as const)('in %s, every page', (language) => {
  it.each(PAGES)('has all its words and figures, and headings in order: %s', async (page) => {
    await setLanguage(language);
    const shown = open(page);
    await heading(t(`learn-${page}`));
    expect(shown).not.toHaveTextContent(/learn-|\{|undefined|NaN/);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(1);
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });

  it('has as many points as the other language has', async () => {
    const counted: number[] = [];
    for (const one of ['en', language] as const) {
      await setLanguage(one);
      const shown = open('ask');
      counted.push(within(shown).getAllByRole('listitem').length);
    }
    expect(counted[0]).toBeGreaterThan(20);
    expect(counted[0]).toBe(counted[1]);
  });
});

describe('the levels side by side', () => {
  it('are a table with headers for its rows and its columns', async () => {
    open('levels');
    const table = await screen.findByRole('table', {
      name: 'PHP, IOP, outpatient and aftercare, side by side',
    });
    const columns = within(table).getAllByRole('columnheader');
    expect(columns.map((one) => one.textContent?.trim())).toEqual([
      'Level',
      'Partial hospitalization (PHP)',
      'Intensive outpatient (IOP)',
      'Outpatient',
      'Aftercare',
    ]);
    const row = (name: string) =>
      within(table).getByRole('rowheader', { name }).closest('tr')?.querySelectorAll('td');
    const words = (name: string) => [...(row(name) ?? [])].map((cell) => cell.textContent);
    expect(words('Hours a week, adult')).toEqual(['20 or more', '9 to under 20', 'Under 9', '–']);
    expect(words('Hours a week, under 18')).toEqual(['20 or more', '6 to under 20', 'Under 6', '–']);
    expect(words('Typical cost')[1]).toBe('$250 to $400 a session, or $3,000 to $10,000 for 8 to 12 weeks');
    expect(row('Where you live')).toHaveLength(1);
  });

  it('are cards with the same words where a table has no room', async () => {
    open('levels');
    const card = await screen.findByRole('region', { name: 'Intensive outpatient (IOP)' });
    const names = within(card).getAllByRole('term');
    const values = within(card).getAllByRole('definition');
    expect(names).toHaveLength(values.length);
    const at = names.findIndex((one) => one.textContent === 'Hours a week, adult');
    expect(values[at]).toHaveTextContent('9 to under 20');
  });
});

describe('“Is this for me?”', () => {
  it('asks nothing of the client that could be counted', async () => {
    open('fit');
    await heading('Is this for me?');
    for (const role of ['checkbox', 'radio', 'textbox', 'combobox', 'spinbutton'])
      expect(screen.queryByRole(role)).toBeNull();
    expect(screen.getByText(/No page and no app can tell you which level you need/)).toBeVisible();
  });

  it('calls for help at once', async () => {
    open('fit');
    const card = await screen.findByRole('region', { name: 'When more is needed at once' });
    await within(card).findByText(/ZIP code/);
    const links = within(card).getAllByRole('link');
    expect(links.map((one) => one.getAttribute('href'))).toEqual([
      'tel:988',
      'sms:988',
      'tel:911',
      'tel:18006624357',
      'sms:435748',
      'tel:18004874889',
    ]);
  });

  it('has 988 and 911 also when the core does not answer', async () => {
    core.answers.crisis_lines = () => {
      throw { code: 'Internal' };
    };
    open('fit');
    const card = await screen.findByRole('region', { name: 'When more is needed at once' });
    await waitFor(() => expect(core.requests('crisis_lines')).toHaveLength(1));
    const links = within(card).getAllByRole('link');
    expect(links.map((one) => one.getAttribute('href'))).toEqual(['tel:988', 'sms:988', 'tel:911']);
  });
});

describe('the questions', () => {
  it('are copied as plain text, group by group', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    open('ask');
    await user.click(await screen.findByRole('button', { name: 'Copy the list' }));
    await waitFor(() => expect(toast.message).toMatch(/^The list is copied\./));
    const text = write.mock.calls[0]?.[0] ?? '';
    expect(text.split('\n\n')).toHaveLength(8);
    expect(text).toMatch(/^Hours and days\n- Which days/);
    for (const question of screen.getAllByText(/\?$/)) {
      if (question.tagName === 'LI') expect(text).toContain(`- ${question.textContent}`);
    }
  });

  it('can be marked by hand where the device does not let them be copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    open('ask');
    await user.click(await screen.findByRole('button', { name: 'Copy the list' }));
    await waitFor(() => expect(toast.message).toMatch(/^This device did not let/));
  });
});

it('names every source, and links lead out by https alone', async () => {
  await setLanguage('es');
  open('sources');
  await heading('Fuentes');
  for (const { title } of SOURCES) {
    // Titles are in English also on the Spanish page, and say so.
    expect(screen.getByRole('heading', { level: 2, name: title })).toHaveAttribute('lang', 'en');
  }
  const links = screen.getAllByRole('link');
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(link.getAttribute('href')).toMatch(/^https:\/\//);
});
