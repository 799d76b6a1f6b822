import type { Page, Route } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { CLERK, goTo, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

/** Lets an act through to the main process and loses its answer, once. */
async function loseOneAnswer(page: Page, act: 'complete' | 'recall' = 'complete'): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route(`**/trpc/purchases.${act}*`, lose, { times: 1 });
}

async function sellToNewMember(page: Page) {
  await signIn(page, CLERK);
  const till = tillOf(page, words);
  await page.keyboard.press('F6');
  await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
  await enter(page, '13912340002');
  await expect(till.enrolling).toHaveCount(0);
  await ringUp(page, words, 'GR-001');
  await loseOneAnswer(page);
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.paying.getByRole('alert')).toContainText(words.purchases.pay.unsure);
  return till;
}

async function purchasesOfTheMember(page: Page) {
  await goTo(page, words, 'members');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('13912340002', { delay: 80 });
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('tab', { name: words.members.page.tabs.overview, exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel').getByRole('button').first()).toBeVisible();
  return page.getByRole('tabpanel').getByRole('button');
}

test('a sale whose answer was lost is completed once, however often Enter is pressed', async ({ page }) => {
  const till = await sellToNewMember(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(till.paying).toHaveCount(0);
  expect(await (await purchasesOfTheMember(page)).count()).toBe(1);
});

test('a basket changed after a lost answer shows the sale as it went through', async ({ page }) => {
  const till = await sellToNewMember(page);
  await page.keyboard.press('Escape');
  await ringUp(page, words, 'DR-006');
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.done).toContainText(words.purchases.pay.already);
  await expect(till.receipt).toContainText('合计¥39.90');
});

test('a held basket whose recall was not answered comes back all the same', async ({ page }) => {
  await signIn(page, CLERK);
  const till = tillOf(page, words);
  await ringUp(page, words, 'GR-001', 'DR-006');
  await expect(till.lines).toHaveCount(2);
  await page.keyboard.press('F10');
  await expect(till.lines).toHaveCount(0);
  await loseOneAnswer(page, 'recall');
  await page.keyboard.press('F10');
  await expect(page.getByRole('dialog').getByRole('listitem').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.lines).toHaveCount(2);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('on paper there is the receipt and nothing else', async ({ page }) => {
  const till = await sellToNewMember(page);
  await page.keyboard.press('Enter');
  await expect(till.done).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('#root')).toBeHidden();
  await expect(till.receipt.last()).toBeVisible();
  await expect(till.receipt.last()).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(till.receipt).toHaveCount(1);
});
