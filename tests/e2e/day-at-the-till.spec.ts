import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

/** Sells what is rung up: `tender` is the digit of its tile, `cash` what is handed over. */
async function pay(page: Page, tender: string, cash = ''): Promise<void> {
  const till = tillOf(page, words);
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press(tender);
  await enter(page, cash);
  await expect(till.done).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(till.product).toBeFocused();
}

const chip = (page: Page) => page.getByRole('banner').locator('[aria-keyshortcuts="Alt+J"]');
const returning = (page: Page) => page.getByRole('textbox', { name: words.returns.find.label });

/** To the returns by F8, on its field for the receipt's number. */
async function toReturns(page: Page): Promise<void> {
  await page.keyboard.press('F8');
  await expect(returning(page)).toBeFocused();
}

test('a day: shift opened, two sales, a return, a void, another clerk, shift closed; by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const till = await openTill(page, words);
  const { shifts, returns } = words;

  await test.step('the shift is opened with its float', async () => {
    await expect(chip(page)).toContainText(shifts.chip.none);
    await page.keyboard.press('Alt+j');
    const opening = page.getByRole('form', { name: shifts.open.title });
    await expect(opening.getByLabel(shifts.open.float)).toBeFocused();
    await enter(page, '200');
    await expect(opening).toHaveCount(0);
    await expect(chip(page)).toContainText('¥0.00');
  });

  await test.step('two sales', async () => {
    await ringUp(page, words, 'GR-001', '2*DR-006');
    await expect(till.due).toHaveText('¥67.90');
    await pay(page, '1', '100');
    await ringUp(page, words, '3*GR-001');
    await expect(till.due).toHaveText('¥119.70');
    await pay(page, '3');
    await expect(chip(page)).toContainText('¥187.60');
  });

  await test.step('one piece of the first comes back', async () => {
    await toReturns(page);
    await expect(page.getByRole('list', { name: returns.find.recent }).getByRole('button').first()).toContainText(
      '¥119.70',
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: returns.lines.label });
    await expect(form.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toContainText(returns.refund.choose);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('3');
    await expect(form.getByRole('textbox').nth(1)).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1');
    await expect(form.getByRole('button', { name: '退款 ¥14.00' })).toBeVisible();
    await page.keyboard.press('Enter');
    const done = page.getByRole('region', { name: returns.done.title });
    await expect(done).toContainText('¥14.00现金');
    await expect(till.receipt).toContainText(words.purchases.receipt.return);
    await page.keyboard.press('Escape');
    await expect(till.product).toBeFocused();
  });

  await test.step('the last sale is voided', async () => {
    await page.keyboard.press('Shift+F8');
    const asking = page.getByRole('dialog', { name: returns.void.title });
    const confirm = asking.getByRole('button', { name: '¥119.70' });
    await tabTo(page, confirm);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('¥119.70微信支付');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Shift+F8');
    await expect(page.getByRole('dialog')).toContainText(words.refusals['already-voided']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(chip(page)).toContainText('¥53.90');
  });

  await test.step('another clerk finds the basket as it was', async () => {
    await ringUp(page, words, 'GR-001');
    await toReturns(page);
    await page.keyboard.press('Escape');
    await expect(till.lines).toHaveCount(1);
    await page.keyboard.press('Alt+s');
    await signIn(page, MANAGER);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('banner')).toContainText(MANAGER.name);
    await expect(till.lines).toHaveCount(1);
  });

  await test.step('the shift is closed, and its tenders add up', async () => {
    await page.keyboard.press('Alt+j');
    const closing = page.getByRole('form', { name: shifts.close.title });
    await expect(closing.getByLabel(shifts.close.counted)).toBeFocused();
    const tenders = closing.getByRole('table', { name: shifts.facts.tenders }).getByRole('row');
    await expect(tenders.filter({ hasText: words.purchases.tender.cash })).toContainText('¥53.90');
    await expect(tenders.filter({ hasText: words.purchases.tender['wechat-pay'] })).toContainText('¥0.00');
    await expect(tenders.filter({ hasText: shifts.facts.sum })).toContainText('¥53.90');
    await expect(closing).toContainText('应有现金¥253.90');

    // Two notes of a hundred and one of fifty: 3.90 is missing.
    const pieces = (face: string) => closing.getByRole('textbox', { name: `${face} 的张数` });
    await tabTo(page, pieces('¥100.00'));
    await page.keyboard.type('2');
    await tabTo(page, pieces('¥50.00'));
    await page.keyboard.type('1');
    await expect(closing.getByLabel(shifts.close.counted)).toHaveValue('250.00');
    await expect(closing.getByRole('status')).toContainText('短款 ¥3.90');
    await page.keyboard.press('Enter');
    const asking = page.getByRole('dialog', { name: shifts.close.confirmTitle });
    await expect(asking).toContainText('短款 ¥3.90');
    await tabTo(page, asking.getByRole('button', { name: shifts.close.submit }));
    await page.keyboard.press('Enter');
    const report = page.getByRole('article', { name: shifts.facts.closed });
    await expect(report).toContainText('短款 ¥3.90');
    await expect(report).toContainText('销售笔数2退货笔数1作废笔数1');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(chip(page)).toContainText(shifts.chip.none);
    await expect(till.lines).toHaveCount(1);
  });
});

test('goods without a receipt come back at the agreed price, once a manager allows it', async ({ page }) => {
  const till = await openTill(page, words);
  const { goods, done } = words.returns;
  await toReturns(page);
  await page.keyboard.press('F4');
  const product = page.getByRole('combobox', { name: words.purchases.product.find });
  await expect(product).toBeFocused();
  for (let times = 0; times < 2; times++) {
    await enter(page, 'GR-001');
    await expect(product).toHaveValue('');
  }
  const form = page.getByRole('form', { name: goods.label });
  await tabTo(page, form.getByRole('textbox', { name: '的商定单价' }));
  await page.keyboard.type('30');
  await expect(form).toContainText('¥60.00');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText(goods.reasonMissing);
  await expect(form.getByRole('textbox', { name: goods.reason })).toBeFocused();
  await enter(page, '礼品，小票遗失');
  const approval = page.getByRole('dialog', { name: words.approval.title });
  await expect(approval).toContainText('¥60.00');
  await expect(approval.locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
  await page.keyboard.type(MANAGER.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: done.title })).toContainText('¥60.00现金');
  await expect(till.receipt).toContainText('-2 件 × ¥30.00');
});
