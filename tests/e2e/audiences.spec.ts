import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, filled, goTo, MANAGER, signIn, tabTo, takeOption, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { audiences, bulk, filters, promotions } = words;
const dialog = (page: Page) => page.getByRole('dialog');
const form = (page: Page) => page.getByRole('form', { name: audiences.form.label });
const nameField = (page: Page) => form(page).getByRole('textbox', { name: audiences.form.name, exact: true });
const count = (page: Page) => page.getByRole('region', { name: audiences.now, exact: true }).getByRole('status');

/** The number that is told, once it is counted. */
async function counted(page: Page): Promise<number> {
  await expect(count(page)).toHaveAttribute('aria-busy', 'false');
  return Number(((await count(page).locator('strong').textContent()) ?? '').replace(/\D/g, ''));
}

/** Says of a field that it is at least so much, in the dialog that is open. */
async function sayAtLeast(page: Page, field: string, value: string): Promise<void> {
  await expect(dialog(page).getByRole('combobox', { name: filters.field, exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await takeOption(page, field);
  await tabTo(page, dialog(page).getByRole('textbox', { name: filters.value, exact: true }));
  await page.keyboard.type(value, BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

async function newAudience(page: Page, name: string): Promise<void> {
  await goTo(page, words, 'audiences');
  await page.keyboard.press('F6');
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type(name, BY_HAND);
}

async function save(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

test('a segment is written with the keyboard alone, counted while it is, used, and not removed while it is used', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, MANAGER);
  await newAudience(page, '常客');
  const everybody = await counted(page);
  await page.keyboard.press('Control+Enter');
  await expect(form(page).getByRole('alert')).toHaveText(words.refusals['audience-says-nothing']);
  await page.keyboard.press('Alt+f');
  await sayAtLeast(page, filters.members.purchases, '3');
  const sentence = '购买次数不少于 3';
  await expect(form(page).getByRole('button', { name: sentence, exact: true })).toBeVisible();
  await expect.poll(() => counted(page)).toBeLessThan(everybody);
  const regulars = await counted(page);
  expect(regulars).toBeGreaterThan(0);
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('****');

  // One of the alternatives is enough.
  await tabTo(page, form(page).getByRole('button', { name: audiences.form.addGroup, exact: true }));
  await page.keyboard.press('Enter');
  const group = form(page).getByRole('region', { name: audiences.form.either, exact: true });
  await tabTo(page, group.getByRole('button', { name: filters.title, exact: true }));
  await page.keyboard.press('Enter');
  await sayAtLeast(page, filters.members.netSales, '1000000');
  await expect.poll(() => counted(page)).toBe(0);
  await expect(page.getByText(audiences.nobody)).toBeVisible();
  await tabTo(page, group.getByRole('button', { name: filters.title, exact: true }));
  await page.keyboard.press('Enter');
  await sayAtLeast(page, filters.members.purchases, '1');
  await expect.poll(() => counted(page)).toBe(regulars);
  await save(page, '常客');
  await expect(page.getByText(filled(audiences.saved, { name: '常客' }))).toBeVisible();

  // The link leads to all of them in the member list.
  await tabTo(page, page.getByRole('link', { name: audiences.showAll, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '人群是常客', exact: true })).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: filled(words.table.rows_other, { count: String(regulars) }) }),
  ).toBeVisible();

  // An offer for them.
  await goTo(page, words, 'promotions');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: promotions.form.name, exact: true })).toBeFocused();
  await page.keyboard.type('常客九折', BY_HAND);
  await tabTo(page, page.getByRole('textbox', { name: promotions.offerFields.percent, exact: true }));
  await page.keyboard.type('10', BY_HAND);
  await page.keyboard.press('F6');
  const item = page.getByRole('menuitem', { name: promotions.offerConditions.audience, exact: true });
  await expect(item).toBeVisible();
  await item.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await tabTo(page, page.getByRole('checkbox', { name: '常客', exact: true }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('status', { name: promotions.readBack })).toContainText('限常客内的会员');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '常客九折' })).toBeVisible();

  await goTo(page, words, 'audiences');
  const row = page.getByRole('grid', { name: audiences.title }).getByRole('row').filter({ hasText: '常客' });
  await expect(row).toContainText('常客九折');
  await expect(row).toContainText(String(regulars));
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toHaveValue('常客');
  await page.keyboard.press('Alt+m');
  await page.getByRole('menuitem', { name: audiences.remove, exact: true }).press('Enter');
  await expect(page.getByText(filled(words.refusals['audience-in-use'], { names: '常客九折' }))).toBeVisible();

  // A copy can go, and come back.
  await page.keyboard.press('Alt+m');
  await page.getByRole('menuitem', { name: audiences.copy, exact: true }).press('Enter');
  const copyName = filled(audiences.copyName, { name: '常客' });
  await expect(page.getByRole('heading', { level: 1, name: copyName, exact: true })).toBeVisible();
  await page.keyboard.press('Alt+m');
  await page.getByRole('menuitem', { name: audiences.remove, exact: true }).press('Enter');
  const notice = page.getByRole('alert').filter({ hasText: filled(audiences.removed, { name: copyName }) });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('gridcell', { name: copyName, exact: true })).toHaveCount(0);
  await notice.getByRole('button', { name: words.actions.undo }).press('Enter');
  await expect(page.getByRole('gridcell', { name: copyName, exact: true })).toBeVisible();
});

test('members are put into a new list at once, taken out on their page, and the undo empties it', async ({ page }) => {
  test.setTimeout(180_000);
  const rows = page.getByRole('row');
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await expect(rows.nth(5)).toContainText('****');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  for (let more = 1; more < 3; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: words.table.selection.label })).toBeVisible();
  await page.keyboard.press('Alt+m');
  const item = page.getByRole('menuitem', { name: bulk.members['put-into-list'], exact: true });
  await expect(item).toBeVisible();
  await item.press('Enter');
  await expect(dialog(page).locator('input:focus')).toHaveCount(1);
  await expect(dialog(page)).toContainText(filled(bulk.will, { changes: '3', total: '3' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText(bulk.nameList);
  await expect(dialog(page).getByRole('textbox', { name: bulk.listName, exact: true })).toBeFocused();
  await page.keyboard.type('品鉴会', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const notice = page.getByRole('alert').filter({ hasText: filled(bulk.ended.done_other, { count: '3' }) });
  await expect(notice).toBeVisible();

  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const lists = page.getByRole('region', { name: audiences.ofMember.title, exact: true });
  await expect(lists).toContainText('品鉴会');
  await lists
    .getByRole('button', { name: filled(audiences.ofMember.takeOut, { name: '品鉴会' }), exact: true })
    .press('Enter');
  await expect(lists).toContainText(audiences.ofMember.none);

  await goTo(page, words, 'audiences');
  const row = page.getByRole('grid', { name: audiences.title }).getByRole('row').filter({ hasText: '品鉴会' });
  await expect(row.getByRole('gridcell', { name: '2', exact: true })).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toHaveValue('品鉴会');
  await expect.poll(() => counted(page)).toBe(2);
});
