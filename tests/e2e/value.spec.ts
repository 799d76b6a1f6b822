import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { CLERK, filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { value, filters, refusals } = words;
const dialog = (page: Page) => page.getByRole('dialog', { name: value.weights.title });
const answer = (page: Page) => page.getByRole('region', { name: value.answer.title });
const map = (page: Page) => page.getByRole('table', { name: value.map.title });
const reckon = (page: Page) => page.getByRole('button', { name: value.reckon, exact: true });
const numberIn = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

/** To the page, with figures of just now. */
async function toValue(page: Page): Promise<void> {
  await goTo(page, words, 'value');
  // Its keys are heard once it knows whether anything was reckoned.
  await expect(reckon(page)).toBeEnabled();
  await page.keyboard.press('F5');
  await expect(answer(page)).toContainText('80%');
  await expect(reckon(page)).toBeEnabled();
}

test('a manager reads who matters, opens them in the list, and takes the figures along, with the keyboard alone', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  await toValue(page);

  // A field of the map leads to its members.
  const field = map(page).getByRole('link').first();
  const members = numberIn(await field.locator('strong').textContent());
  await tabTo(page, field);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: new RegExp(`^${filters.members.rfmFrequency.replace(/[（）–]/g, '.')}是`) }),
  ).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: filled(words.table.rows_other, { count: String(members) }) }),
  ).toBeVisible();
  await page.goBack();

  // So does a segment.
  const segments = page.getByRole('table', { name: value.segments.title });
  const row = segments.getByRole('row').nth(1);
  const inSegment = numberIn(await row.getByRole('cell').nth(1).textContent());
  await tabTo(page, row.getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^${filters.members.rfmSegment}是`) })).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: filled(words.table.rows_other, { count: String(inSegment) }) }),
  ).toBeVisible();
  // Whose page says so as well.
  const segment =
    (await page.getByRole('button', { name: /^RFM 分群是/ }).textContent())?.replace('RFM 分群是', '') ?? '';
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words.actions.edit, exact: true })).toBeVisible();
  await expect(page.getByText(segment, { exact: true })).toBeVisible();
  await goTo(page, words, 'value');
  await expect(answer(page)).toBeVisible();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Alt+e');
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  // A chart is a table, too.
  const curve = page.getByRole('figure').filter({ hasText: value.key.chart });
  await tabTo(page, curve.getByRole('button', { name: words.chart.asTable }));
  await page.keyboard.press('Enter');
  await expect(curve.getByRole('row').last()).toContainText('100%');
});

test('weights that contradict each other are not saved; others are, and the value is reckoned by them', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  await toValue(page);
  const weights = page.getByText(value.score.help.split('{{')[0] ?? '');
  const before = (await weights.textContent()) ?? '';
  await page.keyboard.press('F7');
  await expect(dialog(page)).toBeVisible();
  const slider = (at: number) => dialog(page).getByRole('slider').nth(at);
  await tabTo(page, slider(0));
  await page.keyboard.press('Home');
  await tabTo(page, slider(1));
  await page.keyboard.press('End');
  await expect(dialog(page).getByRole('status')).toContainText(value.weights.contradict.slice(0, 4));
  await tabTo(page, dialog(page).getByRole('button', { name: value.weights.save }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText(refusals['judgements-contradict']);

  await tabTo(page, dialog(page).getByRole('button', { name: value.weights.usual }));
  await page.keyboard.press('Enter');
  await tabTo(page, slider(5));
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('status')).toContainText(value.weights.consistent.slice(0, 4));
  await tabTo(page, dialog(page).getByRole('button', { name: value.weights.save }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(value.weights.saved)).toBeVisible();
  await expect(weights).not.toHaveText(before);
  await expect(page.getByText(value.score.outdated)).toHaveCount(0);
});

test('a clerk is told who may see it', async ({ page }) => {
  await signIn(page, CLERK);
  await expect(page.getByRole('link', { name: words.frame.page.value })).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = '#/value';
  });
  await expect(page.getByText(words.states.notAllowed)).toBeVisible();
});
