import { expect, test } from './app-fixture.ts';
import { enter, scan } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { goTo, MANAGER, signIn, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const CODE = '4006381333931';

test('an unknown barcode is sold with a manager’s leave, comes back, and is added to the products', async ({
  page,
}) => {
  const till = await openTill(page, words);
  const asked = page.getByRole('form', { name: words.purchases.open.title });
  const price = asked.getByLabel(words.purchases.open.price);

  await test.step('sold', async () => {
    await scan(page, CODE);
    await expect(price).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(asked.getByText(words.purchases.open.priceBad)).toBeVisible();
    await enter(page, '12.50');
    await expect(page.locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
    await page.keyboard.type(MANAGER.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(till.lines).toHaveCount(1);
    await expect(till.lines.first()).toContainText(CODE);
    await expect(till.due).toHaveText('¥12.50');
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(till.done).toBeVisible();
    await expect(till.receipt).toContainText(words.purchases.open.unnamed);
  });

  await test.step('taken back', async () => {
    await page.keyboard.press('F8');
    await expect(page.getByRole('textbox', { name: words.returns.find.label })).toBeFocused();
    await expect(page.getByRole('list', { name: words.returns.find.recent })).toContainText('¥12.50');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const goods = page.getByRole('form', { name: words.returns.lines.label });
    await expect(goods).toContainText(CODE);
    await expect(goods.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.press('a');
    await expect(goods.getByRole('status').last()).toHaveText('¥12.50');
    await page.keyboard.press('F12');
    await expect(page.getByRole('region', { name: words.returns.done.title })).toBeVisible();
  });

  await test.step('added by a manager, sold as a product from then on', async () => {
    await page.keyboard.press('Alt+s');
    await signIn(page, MANAGER);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await goTo(page, words, 'till');
    await expect(till.product).toBeFocused();
    await scan(page, CODE);
    await expect(price).toBeFocused();
    await page.keyboard.type('12.50');
    await page.keyboard.press('F7');
    await expect(asked.getByText(words.purchases.open.catalogueName)).toBeVisible();
    await page.keyboard.type('荧光笔');
    await page.keyboard.press('F7');
    await expect(asked).toHaveCount(0);
    await expect(till.lines.first()).toContainText('荧光笔');
    await scan(page, CODE);
    await expect(till.lines).toHaveCount(1);
    await expect(till.due).toHaveText('¥25.00');
  });
});
