import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, CLERK, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const rows = (page: Page) => page.getByRole('grid').getByRole('row');

/** The list of members, as whoever signs in first sees it. */
async function openMembers(page: Page, person: typeof MANAGER): Promise<void> {
  await signIn(page, person);
  await goTo(page, words, 'members');
  await expect(page.getByText('共 400 条')).toBeVisible();
}

/** The end of the phone number in a row of the list. */
async function lastFourIn(page: Page, row: number): Promise<string> {
  const found = /\*{4}(\d{4})/.exec(await rows(page).nth(row).innerText())?.[1];
  if (!found) throw new Error('this row shows no phone number');
  return found;
}

/** Opens the first of the members whose phone ends so. */
async function openByLastFour(page: Page, lastFour: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(lastFour, BY_HAND);
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
}

test('a member is found by the last four digits, edited, and seen in the list, by keyboard alone', async ({ page }) => {
  await openMembers(page, MANAGER);
  const lastFour = await lastFourIn(page, 3);
  await openByLastFour(page, lastFour);
  await expect(page.getByText(`****${lastFour}`).first()).toBeVisible();

  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: words.members.edit.title });
  await expect(form.getByLabel(words.members.name)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('欧阳试试', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: '欧阳试试' })).toBeVisible();

  // Back to the list as it was left.
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1)).toContainText('欧阳试试');
  await expect(rows(page).nth(1)).toContainText(`****${lastFour}`);
});

test('the tabs, a receipt and a reward, by keyboard alone', async ({ page }) => {
  await openMembers(page, CLERK);
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const tab = (name: keyof typeof words.members.page.tabs) =>
    page.getByRole('tab', { name: words.members.page.tabs[name], exact: true });
  await tabTo(page, tab('overview'));
  // A clerk does not see whole phone numbers.
  await expect(page.getByRole('button', { name: words.members.page.show, exact: true })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(tab('purchases')).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, page.getByRole('tabpanel').getByRole('button').first());
  await page.keyboard.press('Enter');
  const receipt = page.getByRole('dialog');
  await expect(receipt.getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(receipt).toHaveCount(0);
  await expect(tab('purchases')).toBeVisible();

  const available = page.locator('dl').first().locator('dd').first();
  const before = Number((await available.innerText()).replaceAll(',', ''));
  await page.keyboard.press('F9');
  const form = page.getByRole('form', { name: words.points.redeem.title });
  await expect(form.getByLabel(words.points.redeem.points)).toBeFocused();
  // More than there is: refused where it was typed, and nothing is taken.
  await page.keyboard.type('99999999', BY_HAND);
  await page.keyboard.press('Tab');
  await page.keyboard.type('环保袋', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(form.getByLabel(words.points.redeem.points)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.getByText(/兑换环保袋，余额/)).toBeVisible();
  await expect(available).toHaveText((before - 1).toLocaleString('en-US'));

  await tabTo(page, tab('purchases'));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel').getByText('环保袋')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(tab('coupons')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel').getByText('环保袋')).toBeVisible();
});

test('a manager sees the whole phone number and is told that the log keeps it', async ({ page }) => {
  await openMembers(page, MANAGER);
  const lastFour = await lastFourIn(page, 1);
  await openByLastFour(page, lastFour);
  await tabTo(page, page.getByRole('button', { name: words.members.page.show, exact: true }));
  await expect(page.getByRole('tooltip')).toHaveText(words.members.page.showHint);
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`^1\\d{2} \\d{4} ${lastFour}$`))).toBeVisible();
  await expect(page.getByText(words.members.page.shown)).toBeVisible();

  // Whoever comes next looks for themselves, or not at all.
  await page.keyboard.press('Alt+s');
  await signIn(page, CLERK);
  await expect(page.getByText(`****${lastFour}`).first()).toBeVisible();
  await expect(page.getByText(words.members.page.shown)).toHaveCount(0);
});

test('a consent is withdrawn and given again, by keyboard alone', async ({ page }) => {
  await openMembers(page, CLERK);
  await openByLastFour(page, await lastFourIn(page, 1));
  const { consent } = words.members;
  const service = page.getByRole('listitem').filter({ hasText: consent.purpose['service-messages'] });
  await expect(service).toContainText(consent.given);
  await tabTo(page, service.getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(service).toContainText(consent.withdrawn);
  await expect(service.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(service).toContainText(consent.given);
});

test('an Enter that belongs to an input method does not save', async ({ page }) => {
  await openMembers(page, MANAGER);
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  await page.keyboard.press('F2');
  const name = page.getByRole('form').getByLabel(words.members.name);
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+a');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'wangxiao', selectionStart: 8, selectionEnd: 8 });
  await page.keyboard.press('Enter');
  await expect(name).toBeVisible();
  await devtools.send('Input.insertText', { text: '王晓' });
  await expect(name).toHaveValue('王晓');
  await expect(page.getByRole('form')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '王晓' })).toBeVisible();
});

test('a product is added and found, by keyboard alone; a clerk only looks', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'products');
  await expect(page.getByText('共 80 条')).toBeVisible();
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: words.products.form.addTitle });
  await expect(form.getByLabel(words.products.name)).toBeFocused();
  await page.keyboard.type('手工凤梨酥', BY_HAND);
  await page.keyboard.press('Tab');
  await page.keyboard.type('NEW-001', BY_HAND);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12.505', BY_HAND);
  await page.keyboard.press('Enter');
  const price = form.getByLabel(/售价/);
  await expect(price).toBeFocused();
  await expect(form.getByText(words.products.form.priceBad)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12.5', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.getByText('共 81 条')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('NEW-001', BY_HAND);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1)).toContainText('手工凤梨酥');
  await expect(rows(page).nth(1)).toContainText('¥12.50');

  await page.keyboard.press('Alt+s');
  await signIn(page, CLERK);
  await expect(page.getByRole('button', { name: words.products.add })).toHaveCount(0);
  await page.keyboard.press('F6');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
