import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { enter } from './at-the-till.ts';
import { BY_HAND, goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');

/** Through the offers: the empty list, a form that lacks something, one with every sort of field, its trial, its list. */
export async function promotionScreens(page: Page, words: Words, at: At): Promise<void> {
  const { promotions } = words;
  await goTo(page, words, 'promotions');
  await expect(page.getByText(promotions.empty, { exact: true })).toBeVisible();
  await at('promotions-empty');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: promotions.form.name, exact: true })).toBeFocused();
  await page.keyboard.type('茶饮九折', BY_HAND);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(promotions.wrong.missing)).toBeVisible();
  await at('promotion-refused');
  await page.getByRole('textbox', { name: promotions.offerFields.percent, exact: true }).fill('10');
  for (const kind of ['spend', 'tier', 'window', 'hours', 'birthday'] as const) {
    await page.keyboard.press('F6');
    await expect(page.getByRole('menu')).toBeVisible();
    if (kind === 'spend') await at('promotion-conditions');
    await page.getByRole('menuitem', { name: promotions.offerConditions[kind], exact: true }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await page.getByRole('textbox', { name: promotions.offerFields.atLeastMinor, exact: true }).fill('50');
  await page.getByRole('checkbox', { name: words.members.tier.gold, exact: true }).check();
  await page.getByLabel(promotions.offerFields.from, { exact: true }).first().fill('2020-01-02T00:00');
  await page.getByLabel(promotions.offerFields.until, { exact: true }).first().fill('2020-01-01T00:00');
  await expect(page.getByText(promotions.offerFaults['window-backwards'])).toBeVisible();
  await at('promotion-contradiction');
  for (const kind of ['window', 'birthday', 'tier'] as const)
    await page
      .getByRole('button', {
        name: promotions.form.removeCondition.replace('{{name}}', promotions.offerConditions[kind]),
      })
      .click();
  await page.keyboard.press('F2');
  for (const code of ['DR-007', 'GR-001']) {
    await expect(page.getByRole('combobox', { name: words.purchases.product.find, exact: true })).toBeFocused();
    await enter(page, code);
    await expect(page.getByRole('combobox', { name: words.purchases.product.find, exact: true })).toHaveValue('');
  }
  await expect(page.getByRole('list', { name: promotions.try.offers })).toContainText('茶饮九折');
  await at('promotion-tried');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '茶饮九折' })).toBeVisible();
  await page.keyboard.press('F12');
  await expect(dialog(page).getByRole('button', { name: promotions.go.live })).toBeFocused();
  await at('promotion-go-live');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('menu')).toBeVisible();
  await at('promotion-acts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('茶饮九折');
  await at('promotions');
  await goTo(page, words, 'till');
  await enter(page, '4*DR-007');
  await expect(page.getByRole('region', { name: promotions.till.label, exact: true })).toContainText('茶饮九折');
  await at('till-offers');
  await page.keyboard.press('Alt+o');
  await expect(dialog(page).getByRole('listitem').first()).toBeVisible();
  await at('till-offers-explained');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Alt+Delete');
  await expect(page.getByText(words.purchases.basket.emptyTitle)).toBeVisible();
}
