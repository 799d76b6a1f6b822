import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, CLERK, filled, goTo, MANAGER, signIn, wordsOf } from './sample-store.ts';
import { inStoreFile } from './store-file.ts';

const words = wordsOf('zh-CN');
const { bulk } = words;

const dialog = (page: Page): Locator => page.getByRole('dialog');
const rows = (page: Page) => page.getByRole('row');
const selectionBar = (page: Page) => page.getByRole('toolbar', { name: words.table.selection.label });

/** Alt+M, then the act, as it stands in the menu. */
async function choose(page: Page, act: string): Promise<void> {
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('menu')).toBeVisible();
  const item = page.getByRole('menuitem', { name: act, exact: true });
  await expect(item).toBeVisible();
  await item.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(dialog(page).locator('input:focus')).toHaveCount(1);
}
/** The first rows, by keyboard. */
async function pickRows(page: Page, count: number): Promise<void> {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  for (let more = 1; more < count; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(selectionBar(page)).toContainText(filled(words.table.selection.count_other, { count: String(count) }));
}
const will = (changes: number, total: number) => filled(bulk.will, { changes: String(changes), total: String(total) });
const ended = (count: number) => filled(bulk.ended.done_other, { count: String(count) });

test('members are suspended at once with a reason, and the undo reinstates them', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await expect(rows(page).nth(5)).toContainText('****');
  await pickRows(page, 3);
  await choose(page, bulk.members.suspend);
  await expect(dialog(page)).toContainText(will(3, 3));
  await dialog(page).getByRole('radio', { name: words.standing.reason.other, exact: true }).check();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).not.toBeEmpty();
  await dialog(page).getByRole('textbox').focus();
  await page.keyboard.type('盘点发现', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const notice = page.getByRole('alert').filter({ hasText: ended(3) });
  await expect(notice).toBeVisible();
  await expect(selectionBar(page)).toHaveCount(0);
  const suspended = page.getByRole('row').filter({ hasText: words.members.status.suspended });
  await expect(suspended).toHaveCount(3);
  await notice.getByRole('button', { name: words.actions.undo }).click();
  await expect(page.getByText(filled(bulk.undone_other, { count: '3' }))).toBeVisible();
  await expect(suspended).toHaveCount(0);
});

test('what the end of the program cut off is gone on with over the list, and undone', async ({ page: first, app }) => {
  await signIn(first, MANAGER);
  await goTo(first, words, 'members');
  await expect(rows(first).nth(7)).toContainText('****');
  await pickRows(first, 6);
  await choose(first, bulk.members.suspend);
  await expect(dialog(first)).toContainText(will(6, 6));
  await first.keyboard.press('Enter');
  await expect(first.getByRole('alert').filter({ hasText: ended(6) })).toBeVisible();

  // As a program leaves it that ends between the first chunk, of five rows, and the second.
  const page = await app.restart(() => {
    inStoreFile(app.dataFolder, 'DELETE FROM bulk_chunk WHERE from_row = 5');
    inStoreFile(app.dataFolder, `UPDATE bulk_run SET state = 'running', through = 5, changed = 5`);
  });
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  const open = page.getByRole('region', { name: bulk.open.label });
  await expect(open).toContainText(filled(bulk.open.act, { kind: bulk.kind.suspend, total: '6', done: '5' }));
  await open.getByRole('button', { name: bulk.open.goOn }).press('Enter');
  const notice = page.getByRole('alert').filter({ hasText: ended(5) });
  await expect(notice).toContainText(filled(bulk.skip.already_other, { count: '1' }));
  await expect(open).toHaveCount(0);
  await notice.getByRole('button', { name: words.actions.undo }).click();
  await expect(page.getByText(filled(bulk.undone_other, { count: '5' }))).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: words.members.status.suspended })).toHaveCount(1);
});

test('all products that match are put into a category, and the undo puts each back into its own', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'products');
  await expect(rows(page).nth(5)).toContainText('¥');
  await page.keyboard.press('/');
  // At once, so that no list of what was typed before it stands in between.
  await page.keyboard.insertText('GR-0');
  await expect(page.getByText(filled(words.table.rows_other, { count: '80' }))).toHaveCount(0);
  await expect(rows(page).nth(1)).toContainText('GR-0');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const before = await rows(page).allInnerTexts();
  const total = before.length - 1;
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await expect(selectionBar(page)).toContainText(filled(words.table.selection.count_other, { count: String(total) }));
  await choose(page, bulk.products.category);
  await page.keyboard.type('节日礼盒', BY_HAND);
  await expect(dialog(page)).toContainText(will(total, total));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const changed = rows(page).filter({ hasText: '节日礼盒' });
  await expect(changed).toHaveCount(total);
  const notice = page.getByRole('alert').filter({ hasText: ended(total) });
  await notice.getByRole('button', { name: words.actions.undo }).click();
  await expect(changed).toHaveCount(0);
  await expect.poll(() => rows(page).allInnerTexts()).toEqual(before);
});

test('a consent is withdrawn only from those who gave it, and a clerk is offered none of it', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await expect(rows(page).nth(5)).toContainText('****');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await expect(selectionBar(page)).toBeVisible();
  await choose(page, bulk.members['withdraw-consent']);
  await expect(dialog(page)).toContainText(bulk.cannotUndo);
  await expect(dialog(page).getByRole('status')).toContainText('400');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Alt+s');
  await signIn(page, CLERK);
  await expect(dialog(page)).toHaveCount(0);
  await expect(selectionBar(page)).toBeVisible();
  await expect(selectionBar(page).getByRole('button', { name: bulk.action })).toHaveCount(0);
});
