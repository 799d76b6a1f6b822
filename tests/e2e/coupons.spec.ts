import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, scan, tillOf } from './at-the-till.ts';
import { BY_HAND, CLERK, filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { coupons, promotions } = words;
const NAME = '九折券';
const OFFER = '凭券九折';
const dialog = (page: Page) => page.getByRole('dialog');
const head = (page: Page) => page.getByRole('heading', { level: 1 }).locator('..');

/** A kind of coupon, valid thirty days after issue, taken live. */
async function newKind(page: Page): Promise<void> {
  await goTo(page, words, 'coupons');
  await page.keyboard.press('F6');
  await expect(dialog(page).getByRole('textbox', { name: coupons.form.name })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText(coupons.form.nameMissing);
  await page.keyboard.type(NAME, BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(coupons.noOffer)).toBeVisible();
  await page.keyboard.press('F12');
  await expect(head(page)).toContainText(coupons.state.live);
}

/** Ten percent off for whoever presents one, taken live. */
async function newOffer(page: Page): Promise<void> {
  await goTo(page, words, 'promotions');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: promotions.form.name, exact: true })).toBeFocused();
  await page.keyboard.type(OFFER, BY_HAND);
  await tabTo(page, page.getByRole('textbox', { name: promotions.offerFields.percent, exact: true }));
  await page.keyboard.type('10', BY_HAND);
  await page.keyboard.press('F6');
  const item = page.getByRole('menuitem', { name: promotions.offerConditions.coupon, exact: true });
  await expect(item).toBeVisible();
  for (let step = 0; step < 14 && !(await item.evaluate((each) => each === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
  const which = page.getByRole('combobox', { name: promotions.offerFields.couponKindId });
  await expect(which).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: NAME })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: promotions.readBack })).toContainText(`凭“${NAME}”`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: OFFER })).toBeVisible();
  await page.keyboard.press('F12');
  await expect(dialog(page).getByRole('button', { name: promotions.go.live })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(head(page)).toContainText(promotions.phase.running);
}

/** Issues so many codes on the page of the kind, and answers the first two as the list shows them. */
async function issue(page: Page, count: number): Promise<[string, string]> {
  await goTo(page, words, 'coupons');
  const row = page.getByRole('button', { name: NAME });
  await tabTo(page, row);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await page.keyboard.press('F6');
  await expect(dialog(page).getByRole('textbox', { name: coupons.issue.count })).toBeFocused();
  await enter(page, String(count));
  await expect(dialog(page)).toContainText(filled(coupons.issue.done_other, { count: String(count) }));
  await expect(dialog(page).getByRole('button', { name: words.actions.close }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const codes = page.getByRole('grid', { name: coupons.codes.label });
  await expect(codes.getByRole('row').nth(2)).toContainText(coupons.condition.open);
  const found = (await codes.innerText()).match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/g) ?? [];
  return [found[0] as string, found[1] as string];
}

test('a manager makes a coupon and its offer, issues codes, and the till uses one once', async ({ page }) => {
  test.setTimeout(240_000);
  const till = tillOf(page, words);
  const shown = page.getByRole('region', { name: coupons.till.label, exact: true });
  await signIn(page, MANAGER);
  await newKind(page);
  await newOffer(page);
  const [one, two] = await issue(page, 800);

  await goTo(page, words, 'till');
  await expect(till.product).toBeFocused();
  await page.keyboard.press('Alt+s');
  await signIn(page, CLERK);
  await expect(dialog(page)).toHaveCount(0);
  await ringUp(page, words, 'GR-001');
  await expect(till.due).toHaveText('¥39.90');

  // Mistyped, it is told at the field; put right, it is taken.
  await page.keyboard.press('F7');
  await expect(dialog(page).getByRole('textbox', { name: coupons.till.code })).toBeFocused();
  await enter(page, `${one.slice(0, -1)}${one.endsWith('A') ? 'B' : 'A'}`.toLowerCase());
  await expect(dialog(page)).toContainText(words.refusals['coupon-mistyped']);
  await expect(dialog(page).getByRole('textbox', { name: coupons.till.code })).toBeFocused();
  await page.keyboard.press('Backspace');
  await enter(page, one.slice(-1));
  await expect(dialog(page)).toHaveCount(0);
  await expect(shown).toContainText(filled(coupons.till.used, { offer: OFFER }));
  await expect(till.due).toHaveText('¥35.91');
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await enter(page, '3');
  await expect(till.done).toBeVisible();
  await expect(till.receipt).toContainText(NAME);
  await expect(till.receipt).toContainText(one);
  await page.keyboard.press('Enter');

  // The same again is refused with where it was used; another one is taken by the scanner, wherever the focus is.
  await ringUp(page, words, 'GR-001');
  await scan(page, one.replaceAll('-', ''));
  await expect(page.getByText(/此券已于 .*使用/)).toBeVisible();
  await expect(till.due).toHaveText('¥39.90');
  await scan(page, two.replaceAll('-', ''));
  await expect(till.due).toHaveText('¥35.91');
});

test('a manager gives a member a coupon, and the till presents it with one key', async ({ page }) => {
  test.setTimeout(240_000);
  const till = tillOf(page, words);
  const shown = page.getByRole('region', { name: coupons.till.label, exact: true });
  await signIn(page, MANAGER);
  await newKind(page);
  await newOffer(page);
  await goTo(page, words, 'members');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toContainText('****');
  await page.keyboard.press('/');
  await page.keyboard.press('Tab');
  await tabTo(page, grid);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: words.members.page.tabs.overview })).toBeVisible();
  await tabTo(page, page.getByRole('tab', { name: words.members.page.tabs.overview }));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const give = page.getByRole('button', { name: coupons.member.give });
  await tabTo(page, give);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('combobox', { name: coupons.member.which })).toBeFocused();
  await tabTo(page, dialog(page).getByRole('button', { name: coupons.member.give }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('table', { name: coupons.member.tab })).toContainText(NAME);

  await page.keyboard.press('F4');
  await expect(till.product).toBeFocused();
  await ringUp(page, words, 'GR-001');
  await expect(shown).toContainText(NAME);
  await page.keyboard.press('Alt+u');
  await expect(shown).toContainText(filled(coupons.till.used, { offer: OFFER }));
  await expect(till.due).toHaveText('¥35.91');
});
