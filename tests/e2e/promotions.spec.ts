import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import {
  BY_HAND,
  CLERK,
  filled,
  goTo,
  MANAGER,
  signIn,
  tabTo,
  takeOption,
  type Words,
  wordsOf,
} from './sample-store.ts';

const words = wordsOf('zh-CN');
const TEA = '茶饮九折';
const GOLD = '金卡立减';
const { promotions } = words;
const dialog = (page: Page) => page.getByRole('dialog');
const form = (page: Page) => page.getByRole('form', { name: promotions.form.label });
const field = (page: Page, name: string) => form(page).getByRole('textbox', { name, exact: true });
const inWords = (page: Page) => page.getByRole('status', { name: promotions.readBack });

/** The head of the page, which says in what state the offer is. */
const state = (page: Page) => page.getByRole('heading', { level: 1 }).locator('..');

/** Types what finds a category into the field that has the focus, and takes the first that is found. */
async function addGoods(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, BY_HAND);
  await expect(page.getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('option').first()).toContainText(text);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const added = filled(promotions.form.removeGoods, { name: text });
  await expect(form(page).getByRole('button', { name: added }).last()).toBeVisible();
}

/** Adds a condition by its name, as the menu lists it. */
async function addCondition(page: Page, kind: keyof Words['promotions']['offerConditions']): Promise<void> {
  await page.keyboard.press('F6');
  const item = page.getByRole('menuitem', { name: promotions.offerConditions[kind], exact: true });
  await expect(item).toBeVisible();
  for (let step = 0; step < 12 && !(await item.evaluate((each) => each === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

async function newOffer(page: Page, name: string): Promise<void> {
  await goTo(page, words, 'promotions');
  await page.keyboard.press('F6');
  await expect(field(page, promotions.form.name)).toBeFocused();
  await page.keyboard.type(name, BY_HAND);
}

async function goLive(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F12');
  await expect(dialog(page)).toContainText(filled(promotions.go.liveTitle, { name }));
  await expect(dialog(page).getByRole('button', { name: promotions.go.live })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(state(page)).toContainText(promotions.phase.running);
}

/** 10 % off tea to go, from ¥50 of it; written, not saved. */
async function writeTeaOffer(page: Page): Promise<void> {
  await newOffer(page, TEA);
  const goods = filled(promotions.form.findGoods, { field: promotions.offerFields.goods });
  await tabTo(page, form(page).getByRole('combobox', { name: goods }));
  await addGoods(page, '茶饮');
  await tabTo(page, field(page, promotions.offerFields.percent));
  await page.keyboard.type('10', BY_HAND);
  await addCondition(page, 'spend');
  const condition = page.getByRole('group', { name: new RegExp(promotions.offerConditions.spend) });
  await expect(condition.getByRole('combobox')).toBeFocused();
  await addGoods(page, '茶饮');
  await tabTo(page, field(page, promotions.offerFields.atLeastMinor));
  await page.keyboard.type('50', BY_HAND);
  await expect(inWords(page)).toContainText('茶饮满 ¥50.00：茶饮打 9 折。');
}

/** ¥5 off for gold members; written, not saved. */
async function writeGoldOffer(page: Page): Promise<void> {
  await newOffer(page, GOLD);
  await tabTo(page, form(page).getByRole('combobox', { name: promotions.form.action }));
  await page.keyboard.press('ArrowDown');
  await takeOption(page, promotions.offerActions.amount);
  await tabTo(page, field(page, promotions.offerFields.offMinor));
  await page.keyboard.type('5', BY_HAND);
  await addCondition(page, 'tier');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await tabTo(page, page.getByRole('checkbox', { name: words.members.tier.gold, exact: true }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: words.members.tier.gold, exact: true })).toBeChecked();
}

test('a manager makes an offer with the keyboard alone, tries it on a basket and takes it live', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, MANAGER);
  await writeTeaOffer(page);

  // What is typed is kept when the page is left, and what is missing gets the focus.
  await goTo(page, words, 'products');
  await goTo(page, words, 'promotions');
  await page.keyboard.press('F6');
  await expect(page.getByText(promotions.form.restored)).toBeVisible();
  await expect(field(page, promotions.form.name)).toHaveValue(TEA);
  await tabTo(page, field(page, promotions.offerFields.percent));
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  await expect(form(page).getByText(promotions.wrong.missing)).toBeVisible();
  await expect(field(page, promotions.offerFields.percent)).toBeFocused();
  await page.keyboard.type('10', BY_HAND);

  // Tried: one cup is too little, four are enough.
  await page.keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: words.purchases.product.find, exact: true })).toBeFocused();
  await enter(page, 'DR-007');
  const tried = page.getByRole('list', { name: promotions.try.offers });
  await expect(tried).toContainText('还差 ¥37.00');
  await tabTo(page, page.getByRole('textbox', { name: /的数量$/ }));
  await page.keyboard.type('4', BY_HAND);
  await expect(tried).toContainText('优惠 ¥5.20');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: TEA })).toBeVisible();
  await goLive(page, TEA);
  await page.keyboard.press('F12');
  await expect(dialog(page).getByRole('button', { name: promotions.go.paused })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(state(page)).toContainText(promotions.state.paused);
  await page.keyboard.press('Escape');
  const row = page.getByRole('grid', { name: promotions.title }).getByRole('row').filter({ hasText: TEA });
  await expect(row).toContainText('茶饮打 9 折');
  await expect(row).toContainText(promotions.state.paused);
});

test('the till says what an offer gives and why another one does not, and the receipt has it', async ({ page }) => {
  test.setTimeout(180_000);
  const till = tillOf(page, words);
  const offers = page.getByRole('region', { name: promotions.till.label, exact: true });
  await signIn(page, MANAGER);
  await writeTeaOffer(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: TEA })).toBeVisible();
  await goLive(page, TEA);
  await writeGoldOffer(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: GOLD })).toBeVisible();
  await goLive(page, GOLD);
  await goTo(page, words, 'till');
  await expect(till.product).toBeFocused();
  await page.keyboard.press('Alt+s');
  await signIn(page, CLERK);
  await expect(dialog(page)).toHaveCount(0);

  // Three cups are not enough yet, four are.
  await ringUp(page, words, '3*DR-007');
  await expect(offers).toContainText(filled(promotions.till.nudgeMoney, { amount: '¥11.00', offer: TEA }));
  await ringUp(page, words, 'DR-007');
  await expect(offers).toContainText('-¥5.20');
  await expect(till.lines.first()).toContainText('-¥5.20');
  await expect(till.due).toHaveText('¥46.80');
  await page.keyboard.press('Alt+o');
  const reasons = dialog(page).getByRole('listitem');
  await expect(reasons.filter({ hasText: TEA })).toContainText('优惠 ¥5.20');
  await expect(reasons.filter({ hasText: GOLD })).toContainText(promotions.offerSkips['no-member']);
  await page.keyboard.press('Escape');
  await expect(till.product).toBeFocused();

  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await enter(page, '3');
  await expect(till.done).toBeVisible();
  await expect(till.receipt).toContainText(TEA);
  await expect(till.receipt).toContainText('¥46.80');
});
