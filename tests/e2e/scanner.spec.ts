import { expect, test } from './app-fixture.ts';
import { ringUp, scan, tillOf } from './at-the-till.ts';
import { CLERK, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
/** 不锈钢茶漏. */
const BARCODE = '2000011000059';

test('a scan counts wherever the focus is, and is typed nowhere', async ({ page }) => {
  await signIn(page, CLERK);
  const till = tillOf(page, words);
  const quantity = till.lines.first().locator('td').nth(1).getByRole('textbox');

  await test.step('in the product field', async () => {
    await expect(till.product).toBeFocused();
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('1');
    await expect(till.product).toHaveValue('');
  });
  await test.step('after a quantity', async () => {
    await page.keyboard.type('3*', { delay: 80 });
    await page.waitForTimeout(100);
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('4');
    await expect(till.product).toHaveValue('');
  });
  await test.step('in the member field, where something stands', async () => {
    await page.keyboard.press('F4');
    await expect(till.member).toBeFocused();
    await page.keyboard.type('138', { delay: 80 });
    await page.waitForTimeout(100);
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('5');
    await expect(till.member).toHaveValue('138');
    await page.keyboard.press('Escape');
  });
  await test.step('in the quantity of a line', async () => {
    await quantity.focus();
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('6');
  });
  await test.step('on a button, which it does not press', async () => {
    await tabTo(
      page,
      page.getByRole('button', { name: words.purchases.basket.removeLine.replace('{{name}}', '不锈钢茶漏') }),
    );
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('7');
    await expect(till.lines).toHaveCount(1);
  });
  await test.step('with no focus at all', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('8');
  });
});

test('a card names its member, an unknown code is asked about, and a payment takes no code for an amount', async ({
  page,
}) => {
  await signIn(page, CLERK);
  const till = tillOf(page, words);
  await ringUp(page, words, 'GR-001');

  await test.step('a new card, scanned into the enrolment', async () => {
    await page.keyboard.press('F6');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
    await page.keyboard.type('13912340001', { delay: 80 });
    await page.waitForTimeout(100);
    await scan(page, 'VIP-20260001');
    await expect(till.enrolling.getByLabel(words.enrol.card)).toHaveValue('VIP-20260001');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toHaveValue('13912340001');
    await page.keyboard.press('Enter');
    await expect(till.enrolling).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByText(words.purchases.member.none, { exact: true })).toBeVisible();
  });
  await test.step('finds its member', async () => {
    await scan(page, 'VIP-20260001');
    await expect(page.getByText('139****0001').first()).toBeVisible();
  });
  await test.step('an unknown code', async () => {
    await scan(page, '4006381333931');
    const notOnFile = page.getByRole('form', { name: words.purchases.open.title });
    await expect(notOnFile).toContainText('4006381333931');
    await expect(notOnFile.getByLabel(words.purchases.open.price)).toBeFocused();
    await scan(page, BARCODE);
    await expect(notOnFile.getByRole('alert')).toHaveText(words.purchases.open.scanned);
    await page.keyboard.press('Escape');
    await expect(notOnFile).toHaveCount(0);
    await expect(till.lines).toHaveCount(1);
    await expect(till.product).toHaveValue('');
  });
  await test.step('while paying', async () => {
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('1');
    const received = till.paying.getByLabel(words.purchases.pay.received);
    await expect(received).toBeFocused();
    await page.keyboard.type('50', { delay: 80 });
    await page.waitForTimeout(100);
    await scan(page, BARCODE);
    await expect(till.paying.getByRole('alert')).toHaveText(words.purchases.pay.scanned);
    await expect(received).toHaveValue('50');
    await expect(till.done).toHaveCount(0);
  });
});
