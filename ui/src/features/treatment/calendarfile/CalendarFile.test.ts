import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import CalendarFile from './CalendarFile.svelte';
import type { FileEvent, Preview } from './types';

function event(over: Partial<FileEvent> = {}): FileEvent {
  return {
    uid: 'a',
    title: 'Process group',
    kind: 'group',
    first_on: '2026-02-04',
    last_on: '2026-02-25',
    days: ['wednesday'],
    times: ['09:30'],
    minutes: 90,
    count: 4,
    repeats: true,
    goes_on: false,
    cancelled: false,
    new: 4,
    changed: 0,
    same: 0,
    kept: 0,
    gone: 0,
    overlaps: 0,
    ...over,
  };
}

const preview = (events: FileEvent[], unread: Preview['unread'] = []): Preview => ({
  from: '2026-01-05',
  to: '2026-03-15',
  events,
  unread,
});

const care = () => ({
  today: '2026-02-03',
  episodes: [
    { episode: { id: 'e0', level: 'partial_hospitalization', starts_on: '2025-11-03' }, place: 'behind' },
    { episode: { id: 'e1', level: 'intensive_outpatient', starts_on: '2026-01-05' }, place: 'here' },
  ],
  next: null,
});

const imported = { added: 4, changed: 0, removed: 0 };

const choose_file = () => ({ file: { name: 'clinic.ics', text: 'BEGIN:VCALENDAR' } });

const choose = async () => userEvent.click(await screen.findByRole('button', { name: 'Choose a file' }));

beforeEach(() => {
  router.reset();
  toast.clear();
});

it('shows what each event becomes, and takes in what was chosen as it was chosen', async () => {
  const core = await FakeCore.connect({
    care,
    choose_file,
    preview_calendar: () =>
      preview(
        [event(), event({ uid: 'b', title: '', new: 2, overlaps: 1 })],
        [{ line: 12, reason: 'all_day' }],
      ),
    import_calendar: () => imported,
  });
  render(CalendarFile);
  await choose();
  expect(await screen.findByRole('heading', { name: 'In clinic.ics' })).toHaveFocus();
  expect(screen.getByText('Line 12: It is for whole days and has no time.')).toBeVisible();
  expect(screen.getByText('1 is at the same time as another session.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Add 6 sessions' })).toBeEnabled();
  await userEvent.click(screen.getByRole('checkbox', { name: /^No title/ }));
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'What “Process group” is' }),
    'Education',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Add 4 sessions' }));
  expect(core.requests('import_calendar')).toEqual([
    {
      text: 'BEGIN:VCALENDAR',
      episode: 'e1',
      kinds: [{ uid: 'a', kind: 'education' }],
      leave_out: ['b'],
    },
  ]);
  expect(screen.queryByRole('heading', { name: 'In clinic.ics' })).toBeNull();
});

it('offers nothing to do where all is here, until a kind is changed', async () => {
  await FakeCore.connect({
    care,
    choose_file,
    preview_calendar: () => preview([event({ new: 0, same: 4 })]),
  });
  render(CalendarFile);
  await choose();
  expect(await screen.findByText(/All of this is here already/)).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /Process group/ }), 'Education');
  expect(screen.getByRole('button', { name: 'Update my sessions' })).toBeEnabled();
});

it('says in words that a file is no calendar, and asks nothing more of one that is no text', async () => {
  const refuse = () => {
    throw { code: 'Invalid', field: 'text', rule: 'malformed' };
  };
  const core = await FakeCore.connect({ care, choose_file: refuse, preview_calendar: refuse });
  render(CalendarFile);
  const words = 'This is not a calendar file, or it is damaged. Nothing was changed.';
  await choose();
  expect(await screen.findByText(words)).toBeVisible();
  expect(core.requests('preview_calendar')).toEqual([]);
  core.answers.choose_file = choose_file;
  await choose();
  await vi.waitFor(() => expect(core.requests('preview_calendar')).toHaveLength(1));
  expect(await screen.findByText(words)).toBeVisible();
});

it('saves what is ahead under neutral titles unless another choice is made, and says where', async () => {
  const core = await FakeCore.connect({
    care,
    export_calendar: () => ({ sessions: 12, saved: '/home/calendar.ics' }),
  });
  render(CalendarFile);
  const out = within(await screen.findByRole('region', { name: 'Save for another calendar' }));
  await userEvent.click(out.getByRole('button', { name: 'Save the file' }));
  expect(await out.findByText('12 sessions are saved:')).toBeVisible();
  expect(out.getByText('/home/calendar.ics')).toBeVisible();
  await userEvent.click(out.getByRole('radio', { name: /What they are/ }));
  await userEvent.selectOptions(out.getByRole('combobox', { name: 'How far ahead' }), '12 weeks');
  await userEvent.selectOptions(out.getByRole('combobox', { name: 'Reminder' }), 'None');
  await userEvent.click(out.getByRole('button', { name: 'Save the file' }));
  expect(core.requests('export_calendar')).toEqual([
    { weeks: 4, titles: 'neutral', remind_minutes: 60 },
    { weeks: 12, titles: 'kind', remind_minutes: null },
  ]);
});

it('leads to treatment where there is no program yet', async () => {
  await FakeCore.connect({ care: () => ({ today: '2026-02-03', episodes: [], next: null }) });
  render(CalendarFile);
  expect(await screen.findByText('No program yet')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull();
});
