import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, CLERK, goTo, MANAGER, signIn, tabTo, takeOption, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const rows = (page: Page) => page.getByRole('grid').getByRole('row');
const heads = (page: Page) => page.getByRole('columnheader');
const menu = (page: Page) => page.getByRole('menu');

async function openMembers(page: Page): Promise<void> {
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await expect(page.getByText('共 400 条')).toBeVisible();
}

/** What the heads say, from left to right. */
const headWords = (page: Page) =>
  expect.poll(async () => (await heads(page).allInnerTexts()).map((text) => text.trim()).filter((text) => text !== ''));

/** The menu of the column that has the focus, and in it one line. */
async function chooseInColumnMenu(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Alt+ArrowDown');
  await expect(menu(page)).toBeVisible();
  await tabToItem(page, line);
  await page.keyboard.press('Enter');
  await expect(menu(page)).toHaveCount(0);
  await expect(heads(page).locator('button:focus')).toHaveCount(1);
}

/** Down in an open menu, until the line has the focus. */
async function tabToItem(page: Page, line: string): Promise<void> {
  const item = menu(page).getByText(line, { exact: true });
  for (let step = 0; step < 30; step += 1) {
    const focused = page.locator('[role^="menuitem"]:focus');
    await expect(focused).toHaveCount(1);
    if ((await focused.innerText()).startsWith(line)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no key leads to ${item}`);
}

test('columns are sorted, pinned, moved, resized and hidden by keyboard, and stay so for whoever did it', async ({
  app,
}) => {
  let { page } = app;
  await openMembers(page);
  const { list } = words.members;
  const asItComes = [
    words.members.name,
    words.members.phone,
    list.tier,
    list.points,
    list.purchases,
    list.netSales,
    list.lastVisit,
    list.enrolled,
  ];
  await headWords(page).toEqual(asItComes);

  await tabTo(page, page.getByRole('grid'));
  // Up from the first row to the heads, and along them.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(heads(page).nth(2).getByRole('button').first()).toBeFocused();
  await chooseInColumnMenu(page, words.table.column.hide);
  await headWords(page).toEqual(asItComes.filter((head) => head !== words.members.phone));

  await page.keyboard.press('End');
  await chooseInColumnMenu(page, words.table.column.pin);
  const pinned = [
    list.enrolled,
    words.members.name,
    list.tier,
    list.points,
    list.purchases,
    list.netSales,
    list.lastVisit,
  ];
  await headWords(page).toEqual(pinned);

  // The heads keep the focus: two to the right, and there one to the left.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  const moved = [
    list.enrolled,
    list.tier,
    words.members.name,
    list.points,
    list.purchases,
    list.netSales,
    list.lastVisit,
  ];
  await headWords(page).toEqual(moved);
  const widthOf = async (head: string) => (await heads(page).filter({ hasText: head }).boundingBox())?.width ?? 0;
  const before = await widthOf(list.tier);
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => widthOf(list.tier)).toBe(before + 32);
  await chooseInColumnMenu(page, words.table.column.right);
  const arranged = [
    list.enrolled,
    words.members.name,
    list.tier,
    list.points,
    list.purchases,
    list.netSales,
    list.lastVisit,
  ];
  await headWords(page).toEqual(arranged);

  await page.keyboard.press('ArrowRight');
  await chooseInColumnMenu(page, words.table.column.ascending);
  await expect(heads(page).filter({ hasText: list.points })).toHaveAttribute('aria-sort', 'ascending');

  // A colleague sees the list as it comes; the manager, after a restart, as it was left.
  await page.keyboard.press('Alt+s');
  await signIn(page, CLERK);
  await headWords(page).toEqual(asItComes);
  page = await app.restart();
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await headWords(page).toEqual(arranged);
  expect(await widthOf(list.tier)).toBe(before + 32);

  await page.keyboard.press('Alt+c');
  await tabToItem(page, words.table.resetLayout);
  await page.keyboard.press('Enter');
  await headWords(page).toEqual(asItComes);
});

test('a column is dragged to another place, and its edge to another width', async ({ page }) => {
  await openMembers(page);
  const { list } = words.members;
  const head = (text: string) => heads(page).filter({ hasText: text });
  await head(list.netSales).dragTo(head(words.members.phone), { targetPosition: { x: 8, y: 12 } });
  await headWords(page).toEqual([
    words.members.name,
    list.netSales,
    words.members.phone,
    list.tier,
    list.points,
    list.purchases,
    list.lastVisit,
    list.enrolled,
  ]);
  const box = await head(list.netSales).boundingBox();
  if (!box) throw new Error('the head is not there');
  await page.mouse.move(box.x + box.width - 3, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 37, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await head(list.netSales).boundingBox())?.width).toBe(box.width + 40);
});

test('a filter is made, changed, kept and taken away by keyboard, and Back brings it back', async ({ page }) => {
  await openMembers(page);
  await page.keyboard.press('Alt+f');
  const form = page.getByRole('form', { name: words.filters.title });
  await expect(form.getByRole('combobox', { name: words.filters.field })).toBeFocused();
  await page.keyboard.press('Enter');
  await takeOption(page, words.filters.members.lastVisit);
  await tabTo(page, form.getByLabel(words.filters.days));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('x', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(form.getByText(words.filters.wrong.days)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('30', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  const chip = page.getByRole('button', { name: '最近到店在 30 天以前', exact: true });
  await expect(chip).toBeVisible();
  await expect(page.getByText('共 400 条')).toHaveCount(0);
  const found = await page.getByText(/^共 \d+ 条$/).innerText();

  // Into a member and back: the same list.
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chip).toBeVisible();
  await expect(page.getByText(found)).toBeVisible();

  await tabTo(page, chip);
  await page.keyboard.press('Enter');
  const change = page.getByRole('form', { name: words.filters.changeTitle });
  await tabTo(page, change.getByLabel(words.filters.days));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9999', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.table.nothingFits)).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: words.filters.kept }));
  await page.keyboard.press('Enter');
  await tabToItem(page, words.filters.keep);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: words.filters.keepTitle }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('久未到店', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: words.table.clearFilters, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('共 400 条')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: words.filters.kept }));
  await page.keyboard.press('Enter');
  await tabToItem(page, '久未到店');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.table.nothingFits)).toBeVisible();
  await expect(page.getByRole('button', { name: '最近到店在 9,999 天以前', exact: true })).toBeVisible();
});

test('rows are selected by keyboard and copied as they are shown', async ({ page }) => {
  await openMembers(page);
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: words.table.selection.label });
  await expect(bar).toContainText('已选 3 条');
  await expect(rows(page).and(page.locator('[aria-selected="true"]'))).toHaveCount(3);
  await page.keyboard.press('Control+c');
  await expect(page.getByText('已复制 3 条')).toBeVisible();

  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('已选 400 条');
  await page.keyboard.press('End');
  await expect(page.locator('[data-marked]')).toHaveAttribute('aria-rowindex', '401');
  await expect(page.locator('[data-marked]')).toContainText('****');
  await page.keyboard.press('Space');
  await expect(bar).toContainText('已选 399 条');
  await page.keyboard.press('Home');
  await expect(page.locator('[data-marked]')).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
