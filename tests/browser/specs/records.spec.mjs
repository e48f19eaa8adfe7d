import { readFile } from 'node:fs/promises';
import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, goToMore, said } from '../harness/rooms.mjs';

async function choose(page, device, name, text) {
  await device.offer(name, text);
  await button(page, 'Choose a file').click();
}

test.describe('with a full record', () => {
  test.use({ client: 'history' });

  test('a copy is saved, the page says where and that it is not locked, and it goes back in with nothing to change', async ({
    page,
    device,
    saved,
  }) => {
    await goToMore(page, 'Move records');
    await expect(page.getByText('Anyone who has this file can read it. It is not locked')).toBeVisible();
    await button(page, 'Save a copy').click();
    await expect(said(page, 'Your copy is saved:')).toBeVisible();
    const place = (
      await said(page, 'Your copy is saved:').getByRole('paragraph').last().textContent()
    ).trim();
    const text = await readFile(place, 'utf8');
    // What came in is what goes out, to the letter.
    expect(text).toBe(saved);

    await choose(page, device, 'handrail.json', text);
    await expect(page.getByRole('heading', { name: 'In handrail.json' })).toBeFocused();
    await expect(page.getByText('All of this is here already. There is nothing to bring in.')).toBeVisible();
    const sessions = page.getByRole('row', { name: /^Sessions/ });
    await expect(sessions.getByRole('cell').nth(0)).toHaveText('0');
    await expect(sessions.getByRole('cell').nth(1)).toHaveText('0');
    await button(page, 'Done').click();
    await expect(page.getByRole('table')).toHaveCount(0);
  });

  for (const [what, text, words] of [
    [
      'that is broken',
      '{"format":"handrail-record","version":1,',
      'This is not a file that Handrail saved, or it is damaged. Nothing was changed.',
    ],
    [
      'of something else',
      '{"name":"A list of songs"}',
      'This is not a file that Handrail saved, or it is damaged. Nothing was changed.',
    ],
    ['that is empty', '', 'This is not a file that Handrail saved, or it is damaged. Nothing was changed.'],
    [
      'of a newer Handrail',
      '{"format":"handrail-record","version":99,"sketches":[]}',
      'A newer Handrail saved this file. Update Handrail on this device, then try again. Nothing was changed.',
    ],
  ]) {
    test(`a file ${what} is refused with words, and nothing changes`, async ({ page, device }) => {
      const before = await device.call('hours');
      await goToMore(page, 'Move records');
      await choose(page, device, 'other.json', text);
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
      await expect(button(page, 'Bring it in')).toHaveCount(0);
      expect(await device.call('hours')).toEqual(before);
      // A good one may follow at once.
      await choose(page, device, 'empty-handed.json', text.replace('99', '1'));
      await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed.' })).toBeVisible();
    });
  }
});

test.describe('on another device', () => {
  test.use({ client: 'own' });

  test('the file is looked at first, then brought in whole, and can be taken back', async ({
    page,
    device,
    saved,
  }) => {
    await goToMore(page, 'Move records');
    await choose(page, device, 'handrail.json', saved);
    await expect(page.getByRole('heading', { name: 'In handrail.json' })).toBeVisible();
    await expect(page.getByRole('row', { name: /^Meetings you went to/ }).getByRole('cell')).toHaveText([
      '8',
      '0',
      '0',
    ]);
    await expect(page.getByRole('row', { name: /^Versions of your plan/ }).getByRole('cell')).toHaveText([
      '3',
      '0',
      '0',
    ]);
    await expect(
      page.getByText('New ones are added. Changed ones replace what is here. Nothing else is touched.'),
    ).toBeVisible();
    // Looking changed nothing.
    expect((await device.call('today')).has_care).toBe(false);

    await button(page, 'Bring it in').click();
    await expect(said(page, 'Everything is in.')).toBeVisible();
    await goTo(page, 'Today');
    await expect(page.getByText('Tuesday, February 3 · week 5 of 10')).toBeVisible();
    await expect(card(page, 'Family therapy')).toBeVisible();

    await button(said(page, 'Everything is in.'), 'Undo').click();
    await expect(page.getByText('Start with your week')).toBeVisible();
    expect((await device.call('groups', { before: null })).counts.total).toBe(0);
  });
});

test.describe('with made-up data', () => {
  test.use({ client: 'made-up' });

  test('a changed entry is shown as changed before it replaces what is here', async ({
    page,
    device,
    saved,
  }) => {
    const text = saved.replace('Asking for help', 'Asking for some help');
    expect(text).not.toBe(saved);
    await goToMore(page, 'Move records');
    await choose(page, device, 'changed.json', text);
    await expect(page.getByRole('row', { name: /^Meetings you went to/ }).getByRole('cell')).toHaveText([
      '0',
      '1',
      '7',
    ]);
    await button(page, 'Cancel').click();
    await expect(page.getByRole('table')).toHaveCount(0);
    const { weeks } = await device.call('groups', { before: null });
    expect(JSON.stringify(weeks)).not.toContain('Asking for some help');
  });
});
