import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { createStore, OWNER } from './new-store.ts';
import { goTo, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const PHONE = '13812345678';

async function addProduct(page: Page, name: string, sku: string, price: string, barcode: string): Promise<void> {
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: words.products.form.addTitle });
  await expect(form.getByLabel(words.products.name)).toBeFocused();
  await page.keyboard.type(name);
  await tabTo(page, form.getByLabel(words.products.sku));
  await page.keyboard.type(sku);
  await tabTo(page, form.getByLabel(words.products.barcode));
  await page.keyboard.type(barcode);
  await tabTo(page, form.getByLabel(/售价/));
  await page.keyboard.type(price);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('grid')).toContainText(sku);
}

test.use({ store: 'none' });

test('from the first run to points redeemed and seen on the member’s page, with the keyboard alone', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const till = tillOf(page, words);
  await createStore(page, words);
  // Whoever is alone need not be chosen.
  await expect(page.getByLabel(words.staff.signIn.pinFor.replace('{{name}}', OWNER.name))).toBeFocused();
  await enter(page, OWNER.pin);
  await expect(till.product).toBeFocused();

  await goTo(page, words, 'products');
  await expect(page.getByText(words.products.empty)).toBeVisible();
  await addProduct(page, '龙井茶 100克', 'TEA-1', '88', '6901234567892');
  await addProduct(page, '桂花糕', 'CAKE-1', '12.5', '6901234567908');
  await goTo(page, words, 'till');

  await test.step('a new member earns', async () => {
    await expect(till.product).toBeFocused();
    await page.keyboard.press('F6');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
    await enter(page, PHONE);
    await expect(till.enrolling).toHaveCount(0);
    await expect(page.getByText('138****5678').first()).toBeVisible();
    await ringUp(page, words, '6901234567892', '2*CAKE-1');
    await expect(till.lines).toHaveCount(2);
    await expect(till.due).toHaveText('¥113.00');

    await page.keyboard.press('F12');
    await expect(till.paying).toContainText('¥113.00');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('3');
    await expect(till.paying.getByRole('radio', { name: words.purchases.tender['wechat-pay'] })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(till.done).toBeVisible();
    await expect(till.receipt).toContainText('微信支付');
    await expect(till.receipt).toContainText('获得积分113');
    await page.keyboard.press('Enter');
  });

  await test.step('and redeems on the next sale, paying the rest in cash', async () => {
    await ringUp(page, words, '桂花糕');
    await page.keyboard.press('F4');
    await expect(till.member).toBeFocused();
    await enter(page, '5678');
    await expect(till.product).toBeFocused();
    await expect(page.getByText('138****5678').first()).toBeVisible();

    await page.keyboard.press('F9');
    const redeeming = page.getByRole('form', { name: words.purchases.redeem.title });
    await expect(redeeming.getByRole('textbox')).toHaveValue('100');
    await expect(redeeming).toContainText('¥11.50');
    await page.keyboard.press('Enter');
    await expect(redeeming).toHaveCount(0);
    await expect(till.due).toHaveText('¥11.50');

    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('1');
    await expect(till.paying.getByLabel(words.purchases.pay.received)).toBeFocused();
    await page.keyboard.type('20');
    await expect(till.paying).toContainText('¥8.50');
    await page.keyboard.press('Enter');
    await expect(till.done).toContainText('¥8.50');
    await expect(till.receipt).toContainText('积分（100）¥1.00');
    await expect(till.receipt).toContainText('找零¥8.50');
    // 113 earned, 100 used, 11 earned by what money paid.
    await expect(till.receipt).toContainText('积分余额24');
    await page.keyboard.press('Enter');
    await expect(till.product).toBeFocused();
    await expect(till.lines).toHaveCount(0);
  });

  await test.step('which the member’s page shows', async () => {
    await goTo(page, words, 'members');
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await page.keyboard.press('/');
    await page.keyboard.type('5678');
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const { tabs } = words.members.page;
    await tabTo(page, page.getByRole('tab', { name: tabs.overview, exact: true }));
    await expect(page.locator('dl').first()).toContainText('24');
    await page.keyboard.press('ArrowRight');
    const purchases = page.getByRole('tabpanel');
    await expect(purchases).toContainText('¥12.50');
    await expect(purchases).toContainText('¥113.00');
    await tabTo(page, purchases.getByRole('button').first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('article')).toContainText('积分（100）');
  });
});
