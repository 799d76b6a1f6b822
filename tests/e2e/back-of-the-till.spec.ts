import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, CLERK, filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
/** Of the sample store. */
const CATEGORY = '调味品';
const PRODUCT = '东北大米';
const dialog = (page: Page) => page.getByRole('dialog');
const press = async (page: Page, text: string) => {
  await page.keyboard.type(text, BY_HAND);
  await page.keyboard.press('Enter');
};

test('a clerk adjusts points with a manager’s leave, keeps consents and replaces a card; the audit log shows it and verifies', async ({
  page,
}) => {
  await signIn(page, CLERK);
  await goTo(page, words, 'members');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('****');
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  const name = await page.getByRole('heading', { level: 1 }).innerText();

  const available = page.locator('dl').first().locator('dd').first();
  const before = Number((await available.innerText()).replaceAll(',', ''));
  const { adjust, card } = words.memberActs;
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: adjust.title });
  await expect(form.getByLabel(adjust.points)).toBeFocused();
  await expect(form.getByText(adjust.needsManager)).toBeVisible();
  await page.keyboard.type('50', BY_HAND);
  await page.keyboard.press('Tab');
  await press(page, '补上次的积分');
  // The manager comes, mistypes, and types again; the form behind stays as it is.
  const leave = page.getByRole('dialog', { name: words.approval.title });
  const pin = leave.locator('input[type="password"][inputmode="numeric"]');
  await expect(pin).toBeFocused();
  await expect(leave.getByText('补上次的积分')).toBeVisible();
  await press(page, '9173');
  await expect(leave.getByRole('alert')).not.toBeEmpty();
  await expect(pin).toBeFocused();
  await press(page, MANAGER.pin);
  await expect(dialog(page)).toHaveCount(0);
  await expect(available).toHaveText((before + 50).toLocaleString('en-US'));

  const { consent } = words.members;
  const service = page.getByRole('listitem').filter({ hasText: consent.purpose['service-messages'] });
  await tabTo(page, service.getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(service).toContainText(consent.withdrawn);
  await expect(service.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(service).toContainText(consent.given);

  await page.keyboard.press('Alt+c');
  await expect(dialog(page).getByLabel(card.number)).toBeFocused();
  await press(page, 'NEW-CARD-77');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(filled(words.members.page.card, { number: 'NEW-CARD-77' }))).toBeVisible();
  // The log is not for clerks.
  await expect(page.getByRole('link', { name: words.audit.title })).toHaveCount(0);

  await page.keyboard.press('Alt+s');
  await signIn(page, MANAGER);
  await expect(dialog(page)).toHaveCount(0);
  await goTo(page, words, 'audit');
  const rows = page.getByRole('grid', { name: words.audit.title }).getByRole('row');
  const { action } = words.audit;
  const seen: readonly (readonly [number, string, string])[] = [
    [1, MANAGER.name, action['sign-in']],
    [2, CLERK.name, action['replace-card']],
    [3, CLERK.name, action.consent],
    [4, CLERK.name, action.consent],
    [5, MANAGER.name, action['adjust-points']],
    [6, MANAGER.name, action.approve],
    [7, CLERK.name, action['approve-refused']],
    [8, CLERK.name, action['sign-in']],
  ];
  for (const [at, who, what] of seen) {
    await expect(rows.nth(at)).toContainText(who);
    await expect(rows.nth(at)).toContainText(what);
  }
  await page.keyboard.press('Alt+v');
  // The sample's own past is in the log too: whoever was enrolled in it.
  await expect(page.getByText(new RegExp(filled(words.audit.verified_other, { count: '[\\d,]+' })))).toBeVisible();

  // Narrowed to one act, then to the member that it was about.
  await tabTo(page, page.getByRole('button', { name: words.audit.byAction, exact: true }).first());
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: action['replace-card'] }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(filled(words.audit.actionIs, { action: action['replace-card'] }))).toBeVisible();
  await expect(rows).toHaveCount(2);
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('a manager adds a colleague and changes the points programme, by keyboard alone; the last manager stays', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'settings');
  const { colleagues, programme } = words;

  await tabTo(page, page.getByRole('button', { name: colleagues.add }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel(colleagues.name)).toBeFocused();
  await page.keyboard.type('周小敏', BY_HAND);
  await tabTo(page, dialog(page).getByLabel(colleagues.pin, { exact: true }));
  await press(page, '1234');
  await expect(dialog(page).getByText(words.refusals['pin-too-simple'])).toBeVisible();
  await page.keyboard.press('Control+a');
  await press(page, '4826');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('row', { name: /周小敏/ })).toContainText(words.staff.role.clerk);

  await tabTo(page, page.getByRole('button', { name: filled(colleagues.changeFor, { name: MANAGER.name }) }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByRole('switch'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(words.refusals['last-manager'])).toBeVisible();
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: words.actions.leave }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);

  await tabTo(page, page.getByRole('button', { name: programme.change, exact: true }).first());
  await page.keyboard.press('Enter');
  const example = dialog(page).getByRole('status', { name: programme.example.title });
  await expect(dialog(page).getByLabel(programme.earn.points, { exact: true })).toBeFocused();
  await expect(example).toContainText('¥128.50 得 128 积分');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0', BY_HAND);
  await expect(example).toContainText(programme.example.incomplete);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2', BY_HAND);
  await expect(example).toContainText('¥128.50 得 257 积分');

  // A category earns twice as much, a product nothing.
  const { rates } = programme;
  const finder = dialog(page).getByRole('combobox', { name: rates.find });
  const addRate = async (name: string, percent: string) => {
    await finder.focus();
    await page.keyboard.type(name, BY_HAND);
    await expect(dialog(page).getByRole('option').first()).toContainText(name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByLabel(new RegExp(`^${name}.*%`))).toBeFocused();
    await page.keyboard.type(percent, BY_HAND);
  };
  await tabTo(page, finder);
  await addRate(CATEGORY, '1001');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(filled(programme.bad.whole, { from: '0', to: '1,000' }))).toBeVisible();
  await expect(dialog(page).getByLabel(filled(rates.of, { name: CATEGORY }))).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('200', BY_HAND);
  await addRate(PRODUCT, '0');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(filled(programme.version, { version: '2' }), { exact: true })).toBeVisible();
  const said = page.getByText(new RegExp(`${CATEGORY} 200%.*${PRODUCT}.*${rates.excluded}`));
  await expect(said).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: programme.change, exact: true }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByRole('button', { name: filled(rates.remove, { name: CATEGORY }) }));
  await page.keyboard.press('Enter');
  await expect(finder).toBeFocused();
  await expect(dialog(page).getByRole('row')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(said).toHaveCount(0);

  await goTo(page, words, 'products');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Alt+s');
  await signIn(page, { name: '周小敏', pin: '4826' });
  await expect(dialog(page)).toHaveCount(0);
  await goTo(page, words, 'settings');
  await expect(page.getByRole('button', { name: colleagues.add })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: programme.title })).toBeVisible();
});
