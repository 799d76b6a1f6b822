import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { BY_HAND, filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { tiers, nightly } = words;
const NAME = '银河卡';

test('a purchase lifts a member, receipt and page say so, and the night says what it did; by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, MANAGER);
  const till = tillOf(page, words);

  await test.step('the ladder is set in the settings, and read in words', async () => {
    await goTo(page, words, 'settings');
    await tabTo(page, page.getByRole('button', { name: tiers.change }));
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: tiers.editTitle });
    await expect(form.getByRole('combobox', { name: tiers.basis })).toBeFocused();
    const field = (label: string) => form.getByLabel(label, { exact: true });
    await tabTo(page, field(filled(tiers.name, { tier: words.members.tier.silver })));
    await page.keyboard.type(NAME, BY_HAND);
    await tabTo(page, field(filled(tiers.threshold, { tier: NAME, unit: 'CNY' })));
    await page.keyboard.type('0', BY_HAND);
    await page.keyboard.press('Enter');
    await expect(form.getByText(tiers.bad.threshold)).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('100', BY_HAND);
    await expect(form.getByRole('status')).toContainText(`消费 ¥100.00，升为${NAME}`);
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await expect(page.getByRole('region', { name: tiers.title, exact: true })).toContainText(NAME);
  });

  await test.step('a new member sees what is missing', async () => {
    await goTo(page, words, 'till');
    await expect(till.product).toBeFocused();
    await page.keyboard.press('F6');
    await expect(till.enrolling.locator('input:focus')).toHaveCount(1);
    await enter(page, '13900007788');
    await expect(till.enrolling).toHaveCount(0);
    await expect(page.getByText(`再消费 ¥100.00，升为${NAME}`)).toBeVisible();
    await expect(page.getByRole('progressbar', { name: filled(tiers.progress.label, { tier: NAME }) })).toHaveCount(1);
  });

  await test.step('the purchase that reaches the threshold says so, on the receipt too', async () => {
    await ringUp(page, words, '3*GR-001');
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await expect(till.done).toContainText(filled(tiers.reachedNow, { tier: NAME }));
    await expect(till.receipt).toContainText(`${words.purchases.receipt.tier}${NAME}`);
    await page.keyboard.press('Enter');
    await expect(till.product).toBeFocused();
  });

  await test.step('the page says since when and why', async () => {
    await goTo(page, words, 'members');
    await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('7788', BY_HAND);
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tablist')).toBeVisible();
    await expect(page.getByText(words.members.tiers.reason.reached)).toBeVisible();
    await expect(page.locator('[data-tier="silver"]').first()).toHaveText(NAME);
  });

  await test.step('the night is run by hand, and says what it did', async () => {
    await goTo(page, words, 'settings');
    const section = page.getByRole('region', { name: nightly.title, exact: true });
    await tabTo(page, section.getByRole('button', { name: nightly.start }));
    await page.keyboard.press('Enter');
    await expect(section).toContainText(nightly.did);
    await expect(section).toContainText(nightly.last);
  });
});
