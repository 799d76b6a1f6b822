import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { enter } from './at-the-till.ts';
import { BY_HAND, goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const NAME = '十元券';
const dialog = (page: Page) => page.getByRole('dialog');

/** Through the coupons: the empty list, a form that lacks something, a kind with its codes, and a coupon at the till. */
export async function couponScreens(page: Page, words: Words, at: At): Promise<void> {
  const { coupons } = words;
  await goTo(page, words, 'coupons');
  await expect(page.getByText(coupons.empty, { exact: true })).toBeVisible();
  await at('coupons-empty');
  await page.keyboard.press('F6');
  await expect(dialog(page).getByRole('textbox', { name: coupons.form.name })).toBeFocused();
  await dialog(page).getByRole('radio', { name: coupons.form.byDates }).check();
  await dialog(page).getByRole('textbox', { name: coupons.form.issued }).fill('0');
  await dialog(page).getByRole('textbox', { name: coupons.form.name }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(coupons.form.nameMissing)).toBeVisible();
  await at('coupon-refused');
  await dialog(page).getByRole('radio', { name: coupons.form.byDays }).check();
  await dialog(page).getByRole('textbox', { name: coupons.form.issued }).fill('5000');
  await dialog(page).getByRole('textbox', { name: coupons.form.budget }).fill('2000');
  await dialog(page).getByRole('textbox', { name: coupons.form.name }).focus();
  await page.keyboard.type(NAME, BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await at('coupon-draft');
  await page.keyboard.press('F12');
  await expect(page.getByRole('button', { name: coupons.issue.action })).toBeVisible();
  await page.keyboard.press('F6');
  await expect(dialog(page).getByRole('textbox', { name: coupons.issue.count })).toBeFocused();
  await at('coupon-issue');
  await enter(page, '30');
  await expect(dialog(page).getByRole('button', { name: words.actions.close }).last()).toBeFocused();
  await at('coupon-issued');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const codes = page.getByRole('grid', { name: coupons.codes.label });
  await expect(codes.getByRole('row').nth(2)).toContainText(coupons.condition.open);
  const [code = ''] = (await codes.innerText()).match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/) ?? [];
  await at('coupon-codes');
  await goTo(page, words, 'coupons');
  await expect(page.getByRole('button', { name: NAME })).toBeVisible();
  await at('coupons');

  await goTo(page, words, 'till');
  await enter(page, 'GR-001');
  await page.keyboard.press('F7');
  await expect(dialog(page).getByRole('textbox', { name: coupons.till.code })).toBeFocused();
  await enter(page, 'ABC');
  await expect(dialog(page)).toContainText(words.refusals['coupon-mistyped']);
  await at('till-coupon-refused');
  await dialog(page).getByRole('textbox', { name: coupons.till.code }).fill('');
  await enter(page, code);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: coupons.till.label, exact: true })).toContainText(NAME);
  await at('till-coupon');
  await page.keyboard.press('Alt+Delete');
  await expect(page.getByText(words.purchases.basket.emptyTitle)).toBeVisible();
}
