import { expect, test } from './app-fixture.ts';
import { enter, ringUp } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { wordsOf } from './sample-store.ts';
import { inStoreFile } from './store-file.ts';

const words = wordsOf('zh-CN');

test('a price that changed and points that are gone are said in words, and nothing is lost', async ({ page, app }) => {
  const till = await openTill(page, words);
  const alert = till.paying.getByRole('alert');
  const [richest] = inStoreFile<{ phone: string }>(
    app.dataFolder,
    `SELECT phone FROM member_identity JOIN member_summary USING (member_pk) JOIN member USING (member_pk)
     WHERE status = 'active' AND phone IS NOT NULL ORDER BY balance_points DESC LIMIT 1`,
  );
  await ringUp(page, words, '3*GR-001');
  await page.keyboard.press('F4');
  await enter(page, richest?.phone.slice(-11) ?? '');
  const remove = page.getByRole('button', { name: words.purchases.member.remove });
  await expect(remove).toBeVisible();
  await expect(till.due).toHaveText('¥119.70');
  // The price for this member is there, and none is on its way any more.
  await expect(page.getByRole('region', { name: words.purchases.offers.label })).toContainText('+119');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

  await test.step('a price that changed', async () => {
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    inStoreFile(app.dataFolder, `UPDATE product SET price_minor = 4100 WHERE sku = 'GR-001' RETURNING sku`);
    await page.keyboard.press('Enter');
    await expect(alert).toContainText('价格');
    await expect(till.paying).toContainText('¥123.00');
    await page.keyboard.press('Escape');
    await expect(till.paying).toHaveCount(0);
    await expect(till.lines).toHaveCount(1);
    await expect(remove).toBeVisible();
  });

  await test.step('points that are gone', async () => {
    await page.keyboard.press('F9');
    await expect(page.getByRole('dialog', { name: words.purchases.redeem.title }).getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(till.due).not.toHaveText('¥123.00');
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    inStoreFile(app.dataFolder, 'UPDATE lot_holding SET held_points = 1 RETURNING lot_pk');
    await page.keyboard.press('Enter');
    await expect(alert).toContainText('积分');
    await page.keyboard.press('Escape');
    await expect(till.paying).toHaveCount(0);
    await expect(till.lines).toHaveCount(1);
    await expect(remove).toBeVisible();
  });

  await test.step('the sale goes through as it is now', async () => {
    await expect(till.due).toHaveText('¥123.00');
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(till.done).toBeVisible();
    await expect(till.receipt).toContainText('123.00');
  });
});
