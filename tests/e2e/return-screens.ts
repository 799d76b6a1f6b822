import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { tabTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');
const openDialog = async (page: Page) => {
  await expect(dialog(page).last().locator('input:focus, button:focus')).toHaveCount(1);
};
const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
};

/** Sells by WeChat Pay what is rung up. */
async function sell(page: Page, words: Words, ...entries: readonly string[]): Promise<void> {
  const till = tillOf(page, words);
  await ringUp(page, words, ...entries);
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await enter(page, '3');
  await expect(till.done).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(till.product).toBeFocused();
}

/** Through shift, returns and void, from an empty basket at the till and back to it. */
export async function returnScreens(page: Page, words: Words, at: At): Promise<void> {
  await page.keyboard.press('Alt+j');
  await openDialog(page);
  await at('shift-open');
  await enter(page, '200');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('F4');
  await expect(tillOf(page, words).member).toBeFocused();
  await page.keyboard.type('wang', { delay: 80 });
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await sell(page, words, 'GR-001', '2*DR-006', '0.456*LT-005');
  await returnByReceipt(page, words, at);
  await returnWithout(page, words, at);
  await page.keyboard.press('Escape');
  await sell(page, words, '3*GR-001');
  await voidLast(page, words, at);
  await closeShift(page, words, at);
}

async function returnByReceipt(page: Page, words: Words, at: At): Promise<void> {
  const { returns } = words;
  await page.keyboard.press('F8');
  await expect(page.getByRole('textbox', { name: returns.find.label })).toBeFocused();
  await expect(page.getByRole('list', { name: returns.find.recent })).toContainText('¥');
  await at('returns');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: returns.lines.label });
  await expect(form.getByRole('textbox').first()).toBeFocused();
  await at('return-lines');
  await page.keyboard.press('a');
  await expect(form.getByRole('status').last()).toHaveText(/¥[1-9]/);
  await at('return-quote');
  await page.keyboard.press('Control+p');
  await openDialog(page);
  await at('return-receipt-again');
  await closeDialog(page);
  await page.keyboard.press('F12');
  await expect(page.getByRole('region', { name: returns.done.title })).toBeVisible();
  await at('return-done');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: returns.find.label })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await at('return-nothing');
}

async function returnWithout(page: Page, words: Words, at: At): Promise<void> {
  const { goods } = words.returns;
  await page.keyboard.press('F4');
  const product = page.getByRole('combobox', { name: words.purchases.product.find });
  await expect(product).toBeFocused();
  await at('return-goods-empty');
  for (const entry of ['GR-001', 'NU-001']) {
    await enter(page, entry);
    await expect(product).toHaveValue('');
  }
  await tabTo(page, page.getByRole('textbox', { name: goods.reason }));
  await page.keyboard.type('gift', { delay: 80 });
  await at('return-goods');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: words.approval.title })).toBeVisible();
  await openDialog(page);
  await at('return-goods-approval');
  await closeDialog(page);
}

async function voidLast(page: Page, words: Words, at: At): Promise<void> {
  await page.keyboard.press('Shift+F8');
  await openDialog(page);
  await at('void-last');
  await tabTo(page, dialog(page).getByRole('button', { name: '¥119.70' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText(words.returns.void.payOut);
  await at('void-done');
  await closeDialog(page);
  await page.keyboard.press('Shift+F8');
  await openDialog(page);
  await expect(dialog(page)).toContainText(words.returns.void.cannot);
  await at('void-refused');
  await closeDialog(page);
}

async function closeShift(page: Page, words: Words, at: At): Promise<void> {
  const { close } = words.shifts;
  await page.keyboard.press('Alt+j');
  await openDialog(page);
  await page.keyboard.type('196.1', { delay: 80 });
  await at('shift-close');
  await page.keyboard.press('Enter');
  const asking = page.getByRole('dialog', { name: close.confirmTitle });
  await expect(asking).toBeVisible();
  await openDialog(page);
  await at('shift-close-confirm');
  await tabTo(page, asking.getByRole('button', { name: close.submit }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('article')).toBeVisible();
  await at('shift-report');
  await closeDialog(page);
}
