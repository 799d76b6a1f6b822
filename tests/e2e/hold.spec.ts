import { expect, test } from './app-fixture.ts';
import { enter, ringUp } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { MANAGER, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

test('a basket is held, another sale is made, and the basket comes back', async ({ page }) => {
  const till = await openTill(page, words);
  await ringUp(page, words, 'GR-001', 'DR-006');
  await expect(till.lines).toHaveCount(2);
  await page.keyboard.press('F10');
  await expect(till.lines).toHaveCount(0);
  await expect(page.getByText(words.purchases.held.done)).toBeVisible();

  await ringUp(page, words, 'PT-006');
  await expect(till.lines).toHaveCount(1);
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.done).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(till.product).toBeFocused();

  await page.keyboard.press('F10');
  const held = page.getByRole('dialog', { name: words.purchases.held.title });
  await expect(held.getByRole('listitem')).toHaveCount(1);
  await expect(held.getByRole('listitem').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.lines).toHaveCount(2);
  await expect(till.product).toBeFocused();
});

test('a price is changed with a reason and a manager’s PIN', async ({ page }) => {
  const till = await openTill(page, words);
  await ringUp(page, words, 'GR-001');
  const before = await till.due.textContent();
  await page.keyboard.press('F3');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Control+a');
  await enter(page, '1.23');

  // One manager works here, so the PIN is asked for at once.
  await expect(page.locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
  await page.keyboard.type(MANAGER.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(till.due).not.toHaveText(before ?? '');
  await expect(till.due).toContainText('1.23');

  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.done).toBeVisible();
  await expect(till.receipt).toContainText('1.23');
});
