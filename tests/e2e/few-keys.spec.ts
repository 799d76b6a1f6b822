import { expect, test } from './app-fixture.ts';
import { scan } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { wordsOf } from './sample-store.ts';
import { inStoreFile } from './store-file.ts';

const words = wordsOf('zh-CN');
const CARD = 'VIP-20269001';
const MOST_KEYS = 12;

test('with a scanner, enrolling, selling and redeeming take twelve key presses at most', async ({ page, app }) => {
  const till = await openTill(page, words);
  let pressed = 0;
  const press = async (key: string) => {
    pressed += 1;
    await page.keyboard.press(key);
  };
  const pay = async () => {
    await press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await press('Enter');
    await expect(till.done).toBeVisible();
  };
  const [dearest] = inStoreFile<{ barcode: string; priceMinor: number }>(
    app.dataFolder,
    `SELECT barcode, price_minor AS priceMinor FROM product JOIN product_barcode USING (product_pk)
     WHERE status = 'active' AND unit = 'piece' ORDER BY price_minor DESC LIMIT 1`,
  );
  const { barcode = '', priceMinor = 0 } = dearest ?? {};
  /** Enough of it for a hundred points, which is what a first step of redemption takes. */
  const pieces = Math.ceil(10_000 / priceMinor);

  await test.step('enrols by card', async () => {
    await press('F6');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
    await scan(page, CARD);
    await expect(till.enrolling.getByLabel(words.enrol.card)).toHaveValue(CARD);
    await press('Enter');
    await expect(till.enrolling).toHaveCount(0);
  });
  await test.step('sells', async () => {
    for (let piece = 1; piece <= pieces; piece += 1) {
      await scan(page, barcode);
      await expect(till.lines.first().locator('td').nth(1).getByRole('textbox')).toHaveValue(String(piece));
    }
    await pay();
    await press('Enter');
    await expect(till.product).toBeFocused();
  });
  await test.step('finds the member by card again, sells, and redeems', async () => {
    await scan(page, CARD);
    await expect(page.getByRole('button', { name: words.purchases.member.remove })).toBeVisible();
    await scan(page, barcode);
    await expect(till.lines).toHaveCount(1);
    await press('F9');
    await expect(page.getByRole('dialog', { name: words.purchases.redeem.title }).getByRole('textbox')).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await pay();
    await expect(till.receipt).toContainText(words.purchases.receipt.redeemed);
  });
  expect(pressed).toBeLessThanOrEqual(MOST_KEYS);
  expect(pressed).toBe(9);
});
