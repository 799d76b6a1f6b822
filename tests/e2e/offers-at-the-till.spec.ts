import { expect, test } from './app-fixture.ts';
import { ringUp } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { wordsOf } from './sample-store.ts';
import { inStoreFile } from './store-file.ts';

const words = wordsOf('zh-CN');
const NAME = '买二送一';

/** What a colleague at another computer has just taken live: of three pieces the cheapest is free. */
function takeLive(dataFolder: string): void {
  const goods = { productIds: [], categoryIds: [], exceptProductIds: [] };
  const terms = {
    name: NAME,
    action: { kind: 'buy-x-get-y', goods, buy: 2, get: 1, gets: null, percent: 100, mostTimes: null },
    conditions: [],
    group: null,
    priority: 0,
    caps: { basketMinor: null, lineMinor: null },
    limits: { perMember: null, total: null, budgetMinor: null },
  };
  inStoreFile(
    dataFolder,
    `INSERT INTO offer (id, owner, version, state) SELECT x'019cee2a7d007a008000000000000001', hex(store_id), 1, 'live' FROM sync_state`,
  );
  inStoreFile(
    dataFolder,
    `INSERT INTO offer_version (offer_pk, version, state, name, terms, note, at_ms)
     SELECT offer_pk, 1, 'live', '${NAME}', '${JSON.stringify(terms)}', '', 0 FROM offer`,
  );
}

test('an offer that is live comes off the basket and stands on the receipt', async ({ page, app }) => {
  const till = await openTill(page, words);
  takeLive(app.dataFolder);
  await ringUp(page, words, '3*GR-001');
  await expect(till.due).toHaveText('¥79.80');
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(till.done).toBeVisible();
  await expect(till.receipt).toContainText('¥119.70');
  await expect(till.receipt).toContainText(`${NAME}-¥39.90`);
  await expect(till.receipt).toContainText(`${words.purchases.receipt.total}¥79.80`);
});
