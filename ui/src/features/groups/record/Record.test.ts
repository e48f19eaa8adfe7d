import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import type { RequirementView } from '../types';
import type { Choice } from './choice';
import Record from './Record.svelte';

interface Asked {
  choice: Choice;
  all_pages: boolean;
}

const page = (n: number) => ({
  width: 612,
  height: 792,
  items: [
    { kind: 'text', x: 54, y: 72, size: 18, bold: true, width: 200, text: `Meetings, part ${n}` },
    { kind: 'line', x1: 54, y1: 80, x2: 558, y2: 80, width: 0.5 },
    { kind: 'path', strokes: [[[60, 90]], [[70, 90], [80, 95]]], width: 1 }, // prettier-ignore
  ],
});

/** Five pages, of which the first three are shown unless all are wanted. */
function preview({ all_pages }: Asked) {
  return {
    pages: [1, 2, 3, 4, 5].slice(0, all_pages ? 5 : 3).map(page),
    page_count: 5,
    rows: 90,
    unshown: 0,
  };
}

function asked(id: string, counts: RequirementView['requirement']['counts']): RequirementView {
  return {
    requirement: { id, counts, asked_by: 'court', amount: 2, period: 'week' },
  } as unknown as RequirementView;
}

const answers = {
  draft: () => ({ text: null }),
  care: () => ({ today: '2026-02-03', episodes: [{ episode: { starts_on: '2026-01-05' } }], next: null }),
  requirements: () => ({
    today: '2026-02-03',
    requirements: [asked('r1', 'support_groups'), asked('r2', 'treatment_minutes')],
    pauses: [],
    goals: [],
  }),
  preview_attendance_record: preview,
};

const start = (over: object = {}) => FakeCore.connect({ ...answers, ...over });
const previews = (core: FakeCore) => core.requests('preview_attendance_record') as Asked[];
const firstPage = () => screen.findByRole('group', { name: 'Page 1 of 5' });

beforeEach(() => {
  router.reset();
  toast.clear();
});

describe('the preview', () => {
  it('draws each page with its words, named for those who hear it', async () => {
    await start();
    render(Record);
    const first = await firstPage();
    expect(within(first).getByText('Meetings, part 1')).toHaveAttribute('textLength', '200');
    expect(first.querySelectorAll('polyline')).toHaveLength(2);
    expect(first.closest('[lang]')).toHaveAttribute('lang', 'en');
    expect(screen.getAllByRole('group', { name: /^Page/ })).toHaveLength(3);
  });

  it('asks at first for this month of support groups, with room to sign and without notes', async () => {
    const core = await start();
    render(Record);
    await firstPage();
    expect(previews(core)).toEqual([
      {
        choice: {
          of: 'groups',
          from: '2026-02-01',
          to: '2026-02-03',
          name: '',
          case_number: '',
          fellowships: [],
          notes: false,
          signatures: true,
          requirement: null,
          language: 'en',
          sheet: 'letter',
        },
        all_pages: false,
      },
    ]);
  });

  it('follows what is chosen', async () => {
    const core = await start();
    const user = userEvent.setup();
    render(Record);
    await firstPage();
    await user.selectOptions(screen.getByLabelText('Dates'), 'Since treatment began');
    await user.type(screen.getByLabelText(/^Name or initials/), 'J. R.');
    await user.click(screen.getByRole('checkbox', { name: 'AA' }));
    await user.click(screen.getByRole('checkbox', { name: 'LifeRing' }));
    await user.selectOptions(screen.getByLabelText('What is asked'), 'r1');
    await waitFor(() =>
      expect(previews(core).at(-1)?.choice).toMatchObject({
        from: '2026-01-05',
        to: '2026-02-03',
        name: 'J. R.',
        fellowships: ['aa', 'life_ring'],
        requirement: 'r1',
      }),
    );
    await user.click(screen.getByRole('radio', { name: 'Treatment' }));
    // What belongs to groups alone is not asked of a record of treatment.
    await waitFor(() =>
      expect(previews(core).at(-1)?.choice).toMatchObject({
        of: 'treatment',
        fellowships: [],
        signatures: false,
        requirement: null,
      }),
    );
    expect(screen.queryByRole('checkbox', { name: 'AA' })).toBeNull();
  });

  it('does not show an older answer over a newer one', async () => {
    const late: (() => void)[] = [];
    const answer = (request: Asked) =>
      request.choice.of === 'groups'
        ? new Promise((resolve) => late.push(() => resolve({ ...preview(request), page_count: 4 })))
        : preview(request);
    const core = await start({ preview_attendance_record: answer });
    render(Record);
    await waitFor(() => expect(previews(core)).toHaveLength(1));
    await userEvent.click(screen.getByRole('radio', { name: 'Treatment' }));
    await firstPage();
    late.forEach((let_go) => let_go());
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.queryByRole('group', { name: 'Page 1 of 4' })).toBeNull();
  });

  it('shows all pages when asked, and the first ones again for another choice', async () => {
    const core = await start();
    const user = userEvent.setup();
    render(Record);
    await user.click(await screen.findByRole('button', { name: 'Show all pages' }));
    expect(await screen.findByRole('group', { name: 'Page 5 of 5' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show all pages' })).toBeNull();
    expect(screen.getByRole('heading', { name: /^Preview/ })).toHaveFocus();
    // The same choice looked at once more keeps them.
    core.change('groups');
    await waitFor(() => expect(previews(core)).toHaveLength(3));
    expect(previews(core).at(-1)?.all_pages).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'A4' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Page 5 of 5' })).toBeNull());
    expect(previews(core).at(-1)).toMatchObject({ all_pages: false, choice: { sheet: 'a4' } });
  });

  it('says that days are empty, and that letters cannot be printed', async () => {
    await start({
      preview_attendance_record: () => ({ pages: [page(1)], page_count: 1, rows: 0, unshown: 2 }),
    });
    render(Record);
    expect(await screen.findByText(/No meetings in these days/)).toBeVisible();
    expect(screen.getByText(/2 letters cannot be printed/)).toBeVisible();
  });

  it('says at the field what is wrong with the days, and keeps what was chosen', async () => {
    await start({
      preview_attendance_record: (request: Asked) => {
        const { from, to } = request.choice;
        if (to < from) throw { code: 'Invalid', field: 'choice.to', rule: 'end_before_start' };
        return preview(request);
      },
    });
    const user = userEvent.setup();
    render(Record);
    await firstPage();
    await user.selectOptions(screen.getByLabelText('Dates'), 'Other dates');
    const last = screen.getByLabelText('Last day');
    expect(last).toHaveValue('2026-02-03');
    await user.clear(last);
    expect(last).toHaveAccessibleDescription('This is needed.');
    expect(screen.getByRole('button', { name: 'Save as PDF' })).toBeDisabled();
    await user.type(last, '2026-01-02');
    await waitFor(() => expect(last).toHaveAccessibleDescription('The end comes before the start.'));
    await user.clear(last);
    await user.type(last, '2026-02-02');
    await waitFor(() => expect(last).toHaveAccessibleDescription(''));
  });

  it('offers to try again when it cannot be read', async () => {
    let damaged = true;
    await start({
      preview_attendance_record: (request: Asked) => {
        if (damaged) throw { code: 'Damaged' };
        return preview(request);
      },
    });
    render(Record);
    const again = await screen.findByRole('button', { name: 'Try again' });
    damaged = false;
    await userEvent.click(again);
    await firstPage();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('taking it out', () => {
  it('saves what is chosen, and says where', async () => {
    const core = await start({ export_attendance_record: () => ({ saved: '/home/jo/record.pdf' }) });
    render(Record);
    await firstPage();
    await userEvent.click(screen.getByRole('button', { name: 'Save as PDF' }));
    await waitFor(() => expect(toast.message).toBe('Saved: /home/jo/record.pdf'));
    expect(toast.step).toBeNull();
    expect(core.requests('export_attendance_record')).toEqual([
      { choice: previews(core)[0]?.choice, format: 'pdf' },
    ]);
  });

  it('says nothing when the client chose not to save', async () => {
    const core = await start({ export_attendance_record: () => ({ saved: null }) });
    render(Record);
    await firstPage();
    await userEvent.click(screen.getByRole('button', { name: 'Save as table (CSV)' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save as PDF' })).toBeEnabled());
    expect(core.requests('export_attendance_record')).toMatchObject([{ format: 'csv' }]);
    expect(toast.message).toBe('');
  });

  it('words a full disk', async () => {
    await start({
      export_attendance_record: () => {
        throw { code: 'DiskFull' };
      },
    });
    render(Record);
    await firstPage();
    await userEvent.click(screen.getByRole('button', { name: 'Save as PDF' }));
    expect(await screen.findByText(/out of space/)).toBeVisible();
  });

  it('prints once all pages are there', async () => {
    let drawn = 0;
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      drawn = screen.getAllByRole('group', { name: /^Page/ }).length;
    });
    // Slower than a change is waited for: nothing may come in between.
    const slow = (request: Asked) =>
      new Promise((resolve) => setTimeout(() => resolve(preview(request)), request.all_pages ? 400 : 0));
    const core = await start({ preview_attendance_record: slow });
    render(Record);
    await firstPage();
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(drawn).toBe(5);
    expect(previews(core).map((one) => one.all_pages)).toEqual([false, true]);
  });

  it('prints nothing when the pages cannot be had', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    await start({
      preview_attendance_record: (request: Asked) => {
        if (request.all_pages) throw { code: 'Damaged' };
        return preview(request);
      },
    });
    render(Record);
    await firstPage();
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(await screen.findByText(/cannot be read/)).toBeVisible();
    expect(print).not.toHaveBeenCalled();
  });
});

it('begins with what was chosen for the last record, and does not forget it', async () => {
  const core = await start({
    draft: () => ({
      text: JSON.stringify({ of: 'treatment', span: '90', name: 'J. R.', requirement: 'gone' }),
    }),
  });
  const { unmount } = render(Record);
  await firstPage();
  await waitFor(() =>
    expect(previews(core).at(-1)?.choice).toMatchObject({
      of: 'treatment',
      from: '2025-11-06',
      name: 'J. R.',
      requirement: null,
    }),
  );
  await userEvent.type(screen.getByLabelText(/^Case number/), '12');
  unmount();
  await waitFor(() => expect(core.requests('save_draft')).toMatchObject([{ key: 'groups/record' }]));
  expect(core.requests('discard_draft')).toEqual([]);
});

it('says what the record is not, and has no barrier that axe can find', async () => {
  await start();
  const { container } = render(Record);
  await firstPage();
  expect(screen.getByText('Self-reported. Handrail does not claim that a group confirmed it.')).toBeVisible();
  expect(screen.getByText(/A group may decline to sign/)).toBeVisible();
  await userEvent.click(screen.getByText('More about it'));
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
});
