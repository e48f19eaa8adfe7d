import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../../ipc/generated/Plan';
import type { PreviewPlan } from '../../../ipc/generated/PreviewPlan';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import { FULL, NONE } from '../plans.fixture';
import Share from './Share.svelte';

const page = (words: string) => ({
  width: 612,
  height: 792,
  items: [{ kind: 'text' as const, x: 54, y: 60, size: 12, width: 90, bold: false, text: words }],
});

async function start(plan: Plan = FULL) {
  const core = await FakeCore.connect({
    plan: () => ({ plan, version: null, versions: 1 }),
    draft: () => ({ text: null }),
    preview_plan: ({ choice, all_pages }: PreviewPlan) => ({
      pages: all_pages ? [page(choice.form), page('second')] : [page(choice.form)],
      page_count: 2,
      unshown: 0,
    }),
    plan_text: () => ({ text: 'My reasons\n- Mia' }),
    export_plan: () => ({ saved: '/home/sam/plan' }),
  });
  const { container } = render(Share);
  return { core, container };
}
const box = (name: string) => screen.findByRole('checkbox', { name });
const kept = (core: FakeCore) =>
  (core.requests('save_draft') as { text: string }[]).map(({ text }) => JSON.parse(text) as object).at(-1);

beforeEach(() => {
  toast.clear();
  router.reset('plan');
});

describe('The plan on paper and as text', () => {
  it('shows the whole plan first, and follows what is chosen', async () => {
    const { core } = await start();
    await screen.findByText('whole');
    await userEvent.click(screen.getByRole('radio', { name: /^A card/ }));
    await userEvent.click(await box('What works for me'));
    await userEvent.click(screen.getByRole('radio', { name: 'A4' }));
    await screen.findByText('card');
    await waitFor(() => {
      const last = core.requests('preview_plan').at(-1) as PreviewPlan;
      expect(last.choice).toMatchObject({ form: 'card', sheet: 'a4', language: 'en', name: '' });
      expect(last.choice.sections).toContain('warning_signs');
      expect(last.choice.sections).not.toContain('skills');
      expect(last.choice.sections).not.toContain('halt');
    });
  });

  it('never takes all where no part is chosen', async () => {
    const { core } = await start({ ...NONE, reasons: ['Mia'] });
    await screen.findByText('whole');
    await userEvent.click(await box('My reasons'));
    expect(await screen.findByText('Choose at least one part.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save as PDF' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: /^Text/ }));
    expect(core.requests('plan_text')).toEqual([]);
  });

  it('is saved, says where, and is remembered as a copy', async () => {
    const { core } = await start();
    await screen.findByText('whole');
    await userEvent.click(screen.getByRole('button', { name: 'Save as PDF' }));
    expect(core.requests('export_plan')).toMatchObject([{ format: 'pdf', choice: { form: 'whole' } }]);
    expect(toast.message).toContain('/home/sam/plan');
    await waitFor(() => expect(kept(core)).toMatchObject({ copied: true }));
  });

  it('is no copy when the client chose not to save', async () => {
    const { core } = await start();
    core.answers.export_plan = () => ({ saved: null });
    await screen.findByText('whole');
    await userEvent.click(screen.getByRole('button', { name: 'Save as PDF' }));
    expect(toast.message).toBe('');
    expect(core.requests('save_draft')).toEqual([]);
  });

  it('prints once all pages are there', async () => {
    await start();
    await screen.findByText('whole');
    const printed = vi.spyOn(window, 'print').mockImplementation(() => {
      expect(screen.getByText('second')).toBeInTheDocument();
    });
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    await waitFor(() => expect(printed).toHaveBeenCalledTimes(1));
    printed.mockRestore();
  });

  it('stands as text to be seen, copied and saved', async () => {
    const { core } = await start();
    await userEvent.click(await screen.findByRole('radio', { name: /^Text/ }));
    expect(await screen.findByText(/- Mia/)).toBeVisible();
    expect(screen.getByText(/Neither the file nor what is copied is encrypted/)).toBeVisible();
    userEvent.setup();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(write).toHaveBeenCalledWith('My reasons\n- Mia');
    write.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Save as text file' }));
    expect(core.requests('export_plan')).toMatchObject([{ format: 'text' }]);
  });

  it('says at the name what is wrong with it', async () => {
    const { core } = await start();
    await screen.findByText('whole');
    core.answers.preview_plan = () => {
      throw { code: 'Invalid', field: 'choice.name', rule: 'control_characters' };
    };
    await userEvent.type(screen.getByLabelText(/Name or initials/), 'S');
    await waitFor(() => expect(screen.getByLabelText(/Name or initials/)).toHaveAttribute('aria-invalid'));
  });

  it('has nothing to share while nothing is written', async () => {
    await start(NONE);
    expect(await screen.findByText('Nothing is written yet')).toBeVisible();
  });

  it('has no barrier that axe can find', async () => {
    const { container } = await start();
    await screen.findByText('whole');
    const look = async () => {
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations).toEqual([]);
    };
    await look();
    await userEvent.click(screen.getByRole('radio', { name: /^Text/ }));
    await screen.findByText(/- Mia/);
    await look();
  });
});
