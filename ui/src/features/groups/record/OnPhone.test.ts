import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import Record from './Record.svelte';

vi.mock('../../../ipc/phone', () => ({ PHONE: true }));

it('hands the record to another app on a phone, which prints nothing, and says nothing when none was chosen', async () => {
  let shared: string | null = 'record-2026-02-03.pdf';
  const core = await FakeCore.connect({
    draft: () => ({ text: null }),
    care: () => ({ today: '2026-02-03', episodes: [], next: null }),
    requirements: () => ({ today: '2026-02-03', requirements: [], pauses: [], goals: [] }),
    preview_attendance_record: () => ({
      pages: [{ width: 612, height: 792, items: [] }],
      page_count: 1,
      rows: 1,
      unshown: 0,
    }),
    export_attendance_record: () => ({ saved: shared }),
  });
  render(Record);
  await screen.findByRole('group', { name: 'Page 1 of 1' });
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  const share = screen.getByRole('button', { name: 'Share' });
  await userEvent.click(share);
  await waitFor(() => expect(toast.message).toBe('Handed on.'));
  expect(core.requests('export_attendance_record')).toMatchObject([{ format: 'pdf', share: true }]);
  toast.clear();
  shared = null;
  await waitFor(() => expect(share).toBeEnabled());
  await userEvent.click(share);
  await waitFor(() => expect(core.requests('export_attendance_record')).toHaveLength(2));
  await waitFor(() => expect(share).toBeEnabled());
  expect(toast.message).toBe('');
});
