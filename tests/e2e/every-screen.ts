import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { scan } from './at-the-till.ts';
import { audienceScreens } from './audience-screens.ts';
import { automationScreens } from './automation-screens.ts';
import { backupScreens } from './backup-screens.ts';
import { campaignScreens } from './campaign-screens.ts';
import { couponScreens } from './coupon-screens.ts';
import { importScreens, qualityScreens } from './import-screens.ts';
import { messageScreens } from './message-screens.ts';
import { promotionScreens } from './promotion-screens.ts';
import { returnScreens } from './return-screens.ts';
import { BY_HAND, CLERK, filled, goTo, MANAGER, signIn, type Words } from './sample-store.ts';
import { signInScreens } from './sign-in-screens.ts';
import { standingScreens } from './standing-screens.ts';
import { stockScreens } from './stock-screens.ts';
import { valueScreens } from './value-screens.ts';

/** Called at each screen, tab and dialog, when it stands still. */
export type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');
/** Open, painted, and listening to the keyboard. */
const openDialog = async (page: Page) => {
  await expect(dialog(page).locator('input:focus, textarea:focus, button:focus')).toHaveCount(1);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};
const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
};

/** Until nothing fades, nothing loads and every font is there. */
async function standStill(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
  });
}

/** Walks from an empty folder through every screen, by what a person would press. */
export async function everyScreen(page: Page, words: Words, look: At): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const at = async (screen: string) => {
    await standStill(page);
    await look(screen);
  };
  await firstRun(page, words, at);
  // Before the program makes one by itself.
  await backupScreens(page, words, at);
  await members(page, words, at);
  const name = await member(page, words, at);
  await approval(page, words, at);
  await products(page, words, at);
  await till(page, words, at, name);
  await returnScreens(page, words, at);
  await stockScreens(page, words, at);
  await promotionScreens(page, words, at);
  await audienceScreens(page, words, at);
  await messageScreens(page, words, at);
  await campaignScreens(page, words, at);
  await couponScreens(page, words, at);
  await automationScreens(page, words, at);
  await valueScreens(page, words, at);
  await importScreens(page, words, at);
  await qualityScreens(page, words, at);
  await audit(page, words, at);
  await frame(page, words, at);
}

async function firstRun(page: Page, words: Words, at: At): Promise<void> {
  const { firstRun: choice, sampleReady, form } = words.stores;
  await expect(page.getByRole('heading', { name: choice.title })).toBeVisible();
  await at('first-run');
  await page.getByRole('button', { name: choice.store }).first().click();
  await page.getByRole('button', { name: form.create }).click();
  await expect(page.getByText(words.form.required).first()).toBeVisible();
  await at('store-form');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: choice.sample }).click();
  await expect(page.getByRole('heading', { name: sampleReady.title })).toBeVisible({ timeout: 60_000 });
  await at('sample-ready');
  await page.getByRole('button', { name: sampleReady.start }).click();
  await expect(page.getByRole('button', { name: MANAGER.name })).toBeVisible();
  await at('sign-in');
  await page.getByRole('button', { name: MANAGER.name }).click();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await at('wrong-pin');
  await page.keyboard.press('Escape');
  await signIn(page, MANAGER);
  await expect(page.getByRole('toolbar')).toBeVisible();
  await at('till-empty');
}

async function members(page: Page, words: Words, at: At): Promise<void> {
  await goTo(page, words, 'members');
  await expect(page.getByRole('row').nth(5)).toContainText('****');
  await at('members');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('menu')).toBeVisible();
  await at('members-column-menu');
  await page.getByRole('menuitem', { name: words.table.column.pin, exact: true }).click();
  await page.keyboard.press('Alt+c');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.getByRole('menuitemcheckbox', { name: words.filters.members.source, exact: true }).click();
  await at('members-columns');
  await page.getByRole('menuitem', { name: words.table.resetLayout }).click();
  await page.keyboard.press('Alt+e');
  await openDialog(page);
  await dialog(page).getByRole('checkbox', { name: words.exports.fullPhones }).check();
  await at('members-export');
  await page.keyboard.press('Enter');
  await expect(dialog(page).locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
  await at('members-export-pin');
  await page.keyboard.press('Escape');
  await closeDialog(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: words.table.selection.label })).toBeVisible();
  await at('members-selected');
  for (const act of ['put-into-list', 'suspend', 'withdraw-consent', 'set-source'] as const) {
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('menu')).toBeVisible();
    if (act === 'put-into-list') await at('members-bulk');
    await page.getByRole('menuitem', { name: words.bulk.members[act], exact: true }).press('Enter');
    await openDialog(page);
    await expect(dialog(page).getByRole('status')).not.toHaveText(words.bulk.looking);
    await at(`members-${act}`);
    await closeDialog(page);
  }
  await page.getByRole('grid').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+f');
  await openDialog(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.filters.wrong.nothing)).toBeVisible();
  await at('members-filter');
  await page.getByRole('checkbox', { name: words.members.tier.platinum, exact: true }).press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.table.nothingFits)).toBeVisible();
  await at('members-by-tier');
  await page.getByRole('button', { name: words.filters.kept, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await at('members-kept-filters');
  await page.getByRole('menuitem', { name: words.filters.keep }).click();
  await openDialog(page);
  await at('members-keep-filter');
  await closeDialog(page);
  await page.getByRole('main').getByRole('button', { name: words.table.clearFilters, exact: true }).click();
  await page.keyboard.press('F6');
  await openDialog(page);
  await page.keyboard.press('Enter');
  await at('enrol');
  await closeDialog(page);
  await page.getByRole('columnheader', { name: words.members.list.points }).getByRole('button').first().click();
  // Who has the most depends on the day; somebody with a name and a phone is wanted.
  const rows = page.getByRole('row').filter({ hasText: '****', hasNotText: words.members.noName });
  await rows.first().click();
}

/** The member with the most points; returns the name. */
async function member(page: Page, words: Words, at: At): Promise<string> {
  const { page: text, overview } = words.members;
  const tab = (name: keyof typeof text.tabs) => page.getByRole('tab', { name: text.tabs[name], exact: true });
  await expect(page.getByRole('figure')).toBeVisible();
  await expect(page.getByRole('img', { name: overview.chart })).toBeVisible();
  await at('member');
  await page.getByRole('button', { name: words.chart.asTable }).click();
  await at('member-chart-as-table');
  await page.getByRole('button', { name: text.show, exact: true }).click();
  await expect(page.getByText(text.shown)).toBeVisible();
  await at('member-phone-shown');
  await tab('purchases').click();
  await page.getByRole('tabpanel').getByRole('button').first().click();
  await expect(dialog(page).getByRole('article')).toBeVisible();
  await at('member-receipt');
  await closeDialog(page);
  await at('member-purchases');
  await tab('points').click();
  await expect(page.getByRole('table')).toHaveCount(2);
  await at('member-points');
  await tab('timeline').click();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await at('member-timeline');
  await page.keyboard.press('F2');
  await openDialog(page);
  await at('member-edit');
  await closeDialog(page);
  await page.keyboard.press('F9');
  await openDialog(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.points.redeem.pointsBad)).toBeVisible();
  await at('member-redeem');
  await closeDialog(page);
  for (const [key, screen] of [
    ['F7', 'member-adjust'],
    ['Alt+c', 'member-card'],
    ['Alt+a', 'member-suspend'],
  ] as const) {
    await page.keyboard.press(key);
    await openDialog(page);
    await at(screen);
    await closeDialog(page);
  }
  await standingScreens(page, words, at);
  await page.keyboard.press('Alt+c');
  await openDialog(page);
  await page.keyboard.type('VIP-20260001', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(
    page.getByText(filled(words.members.page.card, { number: 'VIP-20260001' }), { exact: true }),
  ).toBeVisible();
  await page.keyboard.press('Alt+p');
  await openDialog(page);
  await at('member-card-print');
  await closeDialog(page);
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** The quick switch, until the page is heard again. */
async function switchTo(page: Page, person: typeof CLERK): Promise<void> {
  await page.keyboard.press('Alt+s');
  await signIn(page, person);
  await expect(dialog(page)).toHaveCount(0);
}

/** A clerk adjusts points; a manager is asked, and mistypes. */
async function approval(page: Page, words: Words, at: At): Promise<void> {
  await switchTo(page, CLERK);
  await page.keyboard.press('F7');
  await openDialog(page);
  await page.keyboard.type('-50', BY_HAND);
  await page.keyboard.press('Tab');
  await page.keyboard.type('123', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: words.approval.title }).locator('input:focus')).toHaveCount(1);
  await at('approval');
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: words.approval.title }).getByRole('alert')).not.toBeEmpty();
  await at('approval-refused');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: words.approval.title })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: words.actions.leave, exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await switchTo(page, MANAGER);
}

/** The log of who did what, verified and narrowed. */
async function audit(page: Page, words: Words, at: At): Promise<void> {
  await goTo(page, words, 'audit');
  await expect(page.getByRole('row').nth(3)).toContainText(MANAGER.name);
  await at('audit');
  await page.keyboard.press('Alt+v');
  await expect(page.getByRole('main').getByRole('status').first()).toBeVisible();
  // The filter, not the head of the column.
  const byAction = page.getByRole('button', { name: words.audit.byAction, exact: true });
  await byAction.and(page.locator('[aria-haspopup="menu"]')).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await at('audit-verified');
  await page.getByRole('menuitemradio', { name: words.audit.action['sign-in'], exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await at('audit-by-action');
}

/** The staff, the points programme, the tills and the keys, as a manager keeps them. */
async function settings(page: Page, words: Words, at: At): Promise<void> {
  const { colleagues, programme } = words;
  await page.getByRole('button', { name: colleagues.add }).click();
  await openDialog(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(colleagues.pinBad)).toBeVisible();
  await at('staff-add');
  await closeDialog(page);
  await page.getByRole('button', { name: colleagues.changeFor.replace('{{name}}', CLERK.name) }).click();
  await openDialog(page);
  await at('staff-edit');
  await closeDialog(page);
  await page.getByRole('button', { name: colleagues.newPinFor.replace('{{name}}', CLERK.name) }).click();
  await openDialog(page);
  await at('staff-pin');
  await closeDialog(page);
  await page.getByRole('button', { name: programme.change, exact: true }).first().click();
  await openDialog(page);
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await at('programme-refused');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await at('programme-edit');
  await dialog(page).getByRole('combobox', { name: programme.rates.find }).focus();
  await page.keyboard.type('1', BY_HAND);
  await expect(dialog(page).getByText(programme.rates.nothing.replace('{{q}}', '1'))).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('茶', BY_HAND);
  await expect(dialog(page).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await at('programme-rate-found');
  await page.keyboard.press('Enter');
  await page.keyboard.type('0', BY_HAND);
  await at('programme-rate');
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: words.actions.leave, exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await tillSettings(page, words, at);
}

async function tillSettings(page: Page, words: Words, at: At): Promise<void> {
  const { posApi, scanner, tills } = words;
  await page.getByRole('button', { name: tills.add }).click();
  await openDialog(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('_');
  await page.keyboard.press('Enter');
  await expect(page.getByText(tills.codeBad)).toBeVisible();
  await at('till-add');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('T2', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: filled(tills.chooseFor, { code: 'T2' }) }).click();
  await openDialog(page);
  await at('till-choose');
  await closeDialog(page);
  await page.getByLabel(scanner.trial, { exact: true }).focus();
  await scan(page, '6901234567892', { gapMs: 12 });
  await expect(page.getByRole('button', { name: scanner.take })).toBeVisible();
  await at('scanner-tried');
  await page.getByRole('button', { name: posApi.keys.add }).click();
  await openDialog(page);
  await at('api-key-add');
  await page.keyboard.type('POS', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(posApi.keys.shownBody)).toBeVisible();
  await at('api-key-shown');
  await page.keyboard.press('Escape');
  await dialog(page).last().getByText(posApi.keys.leave, { exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('link', { name: words.frame.shortcuts.all }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.frame.shortcuts.title })).toBeVisible();
  await at('all-shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: words.settings.program })).toBeVisible();
}

async function products(page: Page, words: Words, at: At): Promise<void> {
  await goTo(page, words, 'products');
  await expect(page.getByRole('row').nth(5)).toContainText('¥');
  await at('products');
  await page.keyboard.press('F6');
  await openDialog(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.form.required).first()).toBeVisible();
  await at('product-add');
  await closeDialog(page);
  await page.getByRole('row').nth(1).click();
  await openDialog(page);
  await at('product-edit');
  await closeDialog(page);
}

async function till(page: Page, words: Words, at: At, memberName: string): Promise<void> {
  await goTo(page, words, 'till');
  const product = page.getByRole('combobox', { name: words.purchases.product.find });
  for (const entry of ['GR-001', '2*DR-007']) {
    await expect(product).toBeFocused();
    await page.keyboard.type(entry, BY_HAND);
    await page.keyboard.press('Enter');
    await expect(product).toHaveValue('');
  }
  await page.keyboard.type('LT-005', BY_HAND);
  await page.keyboard.press('Enter');
  await openDialog(page);
  await at('till-weigh');
  await page.keyboard.type('0.456', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(product).toBeFocused();
  await page.keyboard.press('F4');
  await expect(page.getByRole('combobox', { name: words.memberCard.find })).toBeFocused();
  await page.keyboard.type(memberName, BY_HAND);
  await expect(page.getByRole('option').first()).toBeVisible();
  await at('till-member-options');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: words.purchases.offers.label })).toBeVisible();
  await at('till');
  await page.keyboard.press('Shift+F2');
  await openDialog(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.purchases.open.priceBad)).toBeVisible();
  await at('till-open-line');
  await closeDialog(page);
  await page.reload();
  await expect(page.getByRole('button', { name: words.purchases.draft.clear })).toBeVisible();
  await expect(page.getByRole('region', { name: words.purchases.offers.label })).toBeVisible();
  await expect(product).toBeFocused();
  await at('till-restored');
  await page.keyboard.press('F9');
  await openDialog(page);
  await at('till-points');
  await closeDialog(page);
  await page.keyboard.press('F12');
  await openDialog(page);
  await at('till-pay');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: words.purchases.done.title })).toBeVisible();
  await at('till-receipt');
  await page.keyboard.press('Enter');
  await expect(product).toBeFocused();
}

/** A field of one's own: the form with its options, and the table that it stands in. */
async function memberFieldScreens(page: Page, words: Words, at: At): Promise<void> {
  const { memberFields } = words;
  await page.getByRole('button', { name: memberFields.add }).click();
  await openDialog(page);
  await dialog(page).getByLabel(memberFields.name).fill('Shoes');
  await dialog(page).getByRole('combobox', { name: memberFields.kind }).click();
  await page.getByRole('option', { name: memberFields.kinds.choice }).click();
  await dialog(page)
    .getByLabel(filled(memberFields.option, { number: '1' }))
    .fill('41');
  await at('settings-member-field');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('table', { name: memberFields.title })).toContainText('Shoes');
  await at('settings-member-fields');
}

async function frame(page: Page, words: Words, at: At): Promise<void> {
  await goTo(page, words, 'settings');
  await expect(page.getByRole('heading', { name: words.settings.program })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(CLERK.name) })).toBeVisible();
  await at('settings');
  await page.getByRole('button', { name: words.tiers.change }).click();
  await openDialog(page);
  await at('settings-tiers');
  await closeDialog(page);
  await memberFieldScreens(page, words, at);
  await settings(page, words, at);
  await page.getByRole('button', { name: words.settings.sample.leave }).click();
  await openDialog(page);
  await at('settings-leave-sample');
  await closeDialog(page);
  await page.keyboard.press('Control+k');
  await openDialog(page);
  await page.keyboard.type('wang', BY_HAND);
  await expect(dialog(page).getByText('****').first()).toBeVisible();
  await at('palette');
  await closeDialog(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: words.frame.shortcuts.title })).toBeVisible();
  await at('shortcuts');
  await closeDialog(page);
  for (const name of [words.frame.language, words.frame.theme.label, MANAGER.name]) {
    await page.getByRole('banner').getByRole('button', { name }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await at(`menu of ${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await signInScreens(page, words, at);
  await page.evaluate(() => {
    location.hash = '#/nowhere';
  });
  await expect(page.getByRole('heading', { name: words.frame.pageMissing.title })).toBeVisible();
  await at('page-missing');
}
