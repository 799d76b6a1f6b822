import { expect, test } from './app-fixture.ts';
import { enter, ringUp } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { goTo, MANAGER, signIn, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

test('a basket is made, changed and put right without leaving the product field', async ({ page }) => {
  const till = await openTill(page, words);
  await ringUp(page, words, 'GR-001', '3*DR-006', 'PT-006', 'GR-001');
  await expect(till.lines).toHaveCount(3);
  // The second bag of rice went to the first line, which is selected now.
  const quantity = (line: number) => till.lines.nth(line).locator('td').nth(1);
  await expect(till.lines.nth(0)).toHaveAttribute('aria-current', 'true');
  await expect(quantity(0).getByRole('textbox')).toHaveValue('2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('+');
  await expect(quantity(1).getByRole('textbox')).toHaveValue('4');
  await page.keyboard.press('-');
  await ringUp(page, words, '12*');
  await expect(quantity(1).getByRole('textbox')).toHaveValue('12');

  await page.keyboard.press('Delete');
  await expect(till.lines).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(till.lines).toHaveCount(3);
  await expect(till.product).toBeFocused();

  // By name, chosen from several.
  await page.keyboard.type('d');
  await expect(page.getByRole('option').nth(1)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(till.product).toHaveValue('');

  // Unknown: said plainly, and what was typed stays.
  await enter(page, '4006381333931');
  await expect(page.getByText('没有条码、货号或品名为“4006381333931”的商品')).toBeVisible();
  await expect(till.product).toHaveValue('4006381333931');
  await expect(till.lines).toHaveCount(3);
});

test('goods sold by weight ask for it', async ({ page }) => {
  const till = await openTill(page, words);
  await enter(page, 'NU-001');
  const weighing = page.getByRole('dialog');
  await expect(weighing.getByRole('textbox')).toBeFocused();
  await enter(page, '很重');
  await expect(weighing.getByText(words.purchases.weigh.bad)).toBeVisible();
  await page.keyboard.press('Control+a');
  await enter(page, '0.456');
  await expect(weighing).toHaveCount(0);
  await expect(till.lines.first()).toContainText('¥13.59');
  await ringUp(page, words, '0.5*NU-001');
  await expect(till.lines).toHaveCount(2);
});

test('the basket survives other pages and a switch of clerks', async ({ page }) => {
  const till = await openTill(page, words);
  await ringUp(page, words, 'GR-001', '3*DR-006');
  await goTo(page, words, 'members');
  await expect(page.getByRole('grid')).toBeVisible();
  await goTo(page, words, 'till');
  await expect(till.product).toBeFocused();
  await expect(till.lines).toHaveCount(2);
  await page.keyboard.press('Alt+s');
  await signIn(page, MANAGER);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText(MANAGER.name);
  await expect(till.lines).toHaveCount(2);
  await expect(till.due).toHaveText('¥81.90');
});

test('somebody who is a member already is shown before a second card is made', async ({ page }) => {
  const till = await openTill(page, words);
  await page.keyboard.press('F6');
  await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
  await enter(page, '13912340001');
  await expect(till.enrolling).toHaveCount(0);
  await page.keyboard.press('F6');
  await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
  await enter(page, '139 1234 0001');
  const duplicates = page.getByRole('region', { name: words.enrol.duplicatesTitle });
  await expect(duplicates.getByRole('button', { name: '139****0001' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(till.enrolling.getByLabel(words.enrol.phone)).toHaveValue('139 1234 0001');
  await page.keyboard.press('Enter');
  await expect(duplicates.getByRole('button', { name: '139****0001' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('139****0001').first()).toBeVisible();
});

test('Esc goes back one step at a time, and what it took can be undone', async ({ page }) => {
  const till = await openTill(page, words);
  await ringUp(page, words, 'GR-001');
  await page.keyboard.press('F4');
  await enter(page, 'wang');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(till.product).toBeFocused();
  const card = page.getByRole('button', { name: words.purchases.member.remove });
  await expect(card).toBeVisible();

  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('Tab');
  await enter(page, '10');
  await expect(till.paying.getByRole('list', { name: words.purchases.pay.taken })).toContainText('¥10.00');
  await page.keyboard.press('1');
  await page.keyboard.type('5');
  for (const left of ['¥29.90', '¥39.90']) {
    await page.keyboard.press('Escape');
    await expect(till.paying).toContainText(left);
  }
  await page.keyboard.press('Escape');
  await expect(till.paying).toHaveCount(0);
  await expect(till.product).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(card).toBeVisible();
});
