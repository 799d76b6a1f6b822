import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { enter } from './at-the-till.ts';
import { BY_HAND, goTo, tabTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');
const openDialog = async (page: Page) => {
  await expect(dialog(page).last().locator('input:focus, button:focus')).toHaveCount(1);
};
const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
};

/** Through the stock: what is on hand, a product's ledger, receiving, counting, ordering, what was asked for in vain. */
export async function stockScreens(page: Page, words: Words, at: At): Promise<void> {
  await goTo(page, words, 'stock');
  await expect(page.getByRole('row').nth(5)).toContainText(words.products.unit.piece);
  await at('stock');
  await page.getByRole('radio', { name: new RegExp(`^${words.stock.filter.low}`) }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(new RegExp(`${words.stock.low}|${words.stock.negative}`));
  await at('stock-low');
  await product(page, words, at);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: words.stock.tabs.levels })).toBeVisible();
  await receive(page, words, at);
  await count(page, words, at);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: words.stock.tabs.toOrder }).click();
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await at('stock-to-order');
  await page.getByRole('link', { name: words.stock.tabs.documents }).click();
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await at('stock-documents');
  await requests(page, words, at);
}

async function product(page: Page, words: Words, at: At): Promise<void> {
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('table', { name: words.stock.page.ledger })).toBeVisible();
  await expect(page.getByRole('figure')).toBeVisible();
  await at('stock-product');
  for (const [key, screen] of [
    ['F2', 'stock-terms'],
    ['F7', 'stock-adjust'],
  ] as const) {
    await page.keyboard.press(key);
    await openDialog(page);
    await at(screen);
    await closeDialog(page);
  }
}

async function receive(page: Page, words: Words, at: At): Promise<void> {
  await page.keyboard.press('F6');
  const finder = page.getByRole('combobox', { name: words.purchases.product.find });
  await expect(finder).toBeFocused();
  await at('stock-receive-empty');
  for (const [code, quantity, cost] of [
    ['GR-001', '24', '26.5'],
    ['NU-001', '5.5', ''],
  ] as const) {
    await enter(page, code);
    await expect(page.locator('[data-field="quantity"]:focus')).toHaveCount(1);
    await enter(page, quantity);
    await enter(page, cost);
    await expect(finder).toBeFocused();
  }
  await at('stock-receive');
  await page.keyboard.press('F12');
  await expect(page.getByRole('article')).toBeVisible();
  await at('stock-document');
  await page.getByRole('button', { name: words.stock.document.reverse, exact: true }).click();
  await openDialog(page);
  await at('stock-document-reverse');
  await closeDialog(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeVisible();
}

async function count(page: Page, words: Words, at: At): Promise<void> {
  await page.keyboard.press('F7');
  await expect(page.getByRole('form', { name: words.stock.count.title })).toBeVisible();
  await at('stock-count-begin');
  await tabTo(page, page.getByRole('button', { name: words.stock.count.begin }));
  await page.keyboard.press('Enter');
  const finder = page.getByRole('combobox', { name: words.purchases.product.find });
  await expect(finder).toBeFocused();
  await enter(page, 'GR-001');
  await expect(page.locator('[data-product]:focus')).toHaveCount(1);
  await enter(page, '60');
  await enter(page, '1');
  await expect(page.getByRole('status').last()).toBeVisible();
  await expect(page.getByRole('cell', { name: /[¥-]\d/ }).first()).toBeVisible();
  await at('stock-count');
  await page.keyboard.press('F12');
  await openDialog(page);
  await at('stock-count-save');
  await closeDialog(page);
  await page.getByRole('button', { name: words.stock.receive.discard }).click();
  await openDialog(page);
  await tabTo(page, dialog(page).getByRole('button', { name: words.stock.receive.discard }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words.stock.count.begin })).toBeVisible();
}

async function requests(page: Page, words: Words, at: At): Promise<void> {
  await page.getByRole('link', { name: words.stock.tabs.requests }).click();
  await expect(page.getByRole('table', { name: words.requests.list })).toBeVisible();
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await at('stock-requests');
  await page.keyboard.press('F6');
  await openDialog(page);
  await page.keyboard.type('GR', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('F6');
  await openDialog(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.requests.whatMissing)).toBeVisible();
  await at('stock-request');
  await closeDialog(page);
  await page.getByRole('row').nth(1).getByRole('button').click();
  await openDialog(page);
  await at('stock-request-group');
  await closeDialog(page);
  await page.getByRole('radio', { name: words.requests.state.ordered }).click();
  await expect(page.getByText(words.requests.empty.ordered)).toBeVisible();
  await at('stock-requests-none');
}
