import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, lockNow, said, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

test.use({ client: 'own' });

async function open(page, name) {
  await goTo(page, 'Today');
  await button(page, 'Over time').click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(title(page, name)).toBeVisible();
}

/** One answer of a question. */
const answer = (page, question, name) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true });

test('PHQ-9 is filled in by thumb, and shows a number and no verdict', async ({ page, device }) => {
  await open(page, 'PHQ-9');
  await expect(page.getByText('No permission required')).toBeVisible();
  await expectNoViolations(page, 'a questionnaire, empty');
  await button(page, 'Fill it in').click();
  await expect(page.getByText('No permission required')).toBeVisible();
  for (let n = 1; n <= 8; n++) await answer(page, new RegExp(`^${n}\\. `), 'Several days').check();
  await button(page, 'Save').click();
  await expect(page.getByRole('group', { name: /^9\. / }).getByText('This is needed.')).toBeVisible();
  await expectNoViolations(page, 'a questionnaire with one left');
  await answer(page, /^9\. /, 'Not at all').check();
  await button(page, 'Save').click();
  await expect(said(page, 'Answers saved.')).toBeVisible();
  await expect(card(page, 'Filled in')).toContainText('8 of 27');
  expect(await page.getByRole('main').innerText()).not.toMatch(/severe|moderate|mild|minimal|risk/i);
  await expectNoViolations(page, 'a questionnaire, filled in');
  expect((await device.call('assessments', { instrument: 'phq9' })).assessments[0].score).toEqual({ total: 8 });

  // There is one a day: today's answers are changed.
  await button(page, 'Change today’s answers').click();
  await answer(page, /^1\. /, 'Nearly every day').check();
  await button(page, 'Save').click();
  await expect(card(page, 'Filled in')).toContainText('10 of 27');
  await card(page, 'Filled in').getByRole('button').click();
  await button(page, 'Delete').click();
  await expect(page.getByText('Not filled in yet')).toBeVisible();
  await button(said(page, 'Answers deleted.'), 'Undo').click();
  await expect(card(page, 'Filled in')).toContainText('10 of 27');
});

test('the question on self-harm opens help right after saving, and the answers are kept', async ({
  page,
  device,
}) => {
  await open(page, 'PHQ-9');
  await button(page, 'Fill it in').click();
  for (let n = 1; n <= 8; n++) await answer(page, new RegExp(`^${n}\\. `), 'Not at all').check();
  await answer(page, /^9\. /, 'Several days').check();
  await button(page, 'Save').click();
  await expect(title(page, 'You are not alone with this.')).toBeVisible();
  await expect(page.getByRole('link', { name: /988/ }).first()).toBeVisible();
  expect((await device.call('assessments', { instrument: 'phq9' })).assessments).toHaveLength(1);
  await button(page, 'Close').click();
  await expect(title(page, 'PHQ-9')).toBeVisible();
  await expect(card(page, 'Filled in')).toContainText('1 of 27');
});

test('the BAM skips what its form skips, and its parts stand each for itself', async ({ page, device }) => {
  await open(page, 'BAM');
  await button(page, 'Fill it in').click();
  await expect(page.getByText('in the public domain')).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: /^(5|7A)\. / })).toHaveCount(0);
  await answer(page, /^1\. /, 'Fair').check();
  for (const n of [2, 3, 10, 11, 13, 16]) await answer(page, new RegExp(`^${n}\\. `), '4–8').check();
  await answer(page, /^4\. /, '1–3').check();
  await answer(page, /^5\. /, '1–3').check();
  await answer(page, /^6\. /, '1–3').check();
  await expect(page.getByRole('radiogroup', { name: /^7[A-G]\. / })).toHaveCount(7);
  await expectNoViolations(page, 'the BAM');
  // No drug after all: the seventh question goes again.
  await answer(page, /^6\. /, '0').check();
  await expect(page.getByRole('radiogroup', { name: /^7A\. / })).toHaveCount(0);
  for (const n of [8, 9, 12, 15, 17]) await answer(page, new RegExp(`^${n}\\. `), 'Moderately').check();
  await answer(page, /^14\. /, 'Yes').check();
  await button(page, 'Save').click();
  await expect(card(page, 'Filled in')).toContainText('Use 2 of 12 · Risk 13 of 24 · Protective 14 of 24');
  const [{ assessment }] = (await device.call('assessments', { instrument: 'bam' })).assessments;
  expect(assessment.answers).toHaveLength(23);
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('answers half given survive a lock, and a second form of a day is refused with all that was chosen', async ({
  page,
  device,
}) => {
  await device.call('save_assessment', { instrument: 'gad7', on: '2026-02-02', answers: [0, 0, 0, 0, 0, 0, 1] });
  await open(page, 'GAD-7');
  await button(page, 'Fill it in again').click();
  for (let n = 1; n <= 6; n++) await answer(page, new RegExp(`^${n}\\. `), 'Several days').check();
  await lockNow(page);
  await unlock(page);
  await open(page, 'GAD-7');
  await button(page, 'Fill it in again').click();
  await expect(page.getByText('What you typed before is still here.')).toBeVisible();
  await expect(answer(page, /^6\. /, 'Several days')).toBeChecked();
  await answer(page, /^7\. /, 'Not at all').check();
  await page.getByRole('radio', { name: 'Yesterday' }).check();
  await button(page, 'Save').click();
  await expect(page.getByText('There are answers of this day already.')).toBeVisible();
  await expect(answer(page, /^6\. /, 'Several days')).toBeChecked();
  await page.getByRole('radio', { name: 'Today', exact: true }).check();
  await button(page, 'Save').click();
  await expect(card(page, 'Filled in')).toContainText('6 of 21');
});
