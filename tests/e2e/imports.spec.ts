import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { IMPORT_WORDS } from '../../shared/words/import-faults.ts';
import { expect, test } from './app-fixture.ts';
import { CLERK, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { imports } = words;
const { importFields } = IMPORT_WORDS['zh-CN'];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** By keyboard alone, as everything here. */
async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

/** Chooses a file in the chooser of the system. */
async function chooseFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: imports.new.drop }));
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
}

async function openImports(page: Page): Promise<void> {
  await signIn(page, MANAGER);
  await goTo(page, words, 'imports');
}

const figures = (page: Page) => page.locator('dl dd');

/** A list as another system writes it: good rows, a wrong phone, a phone twice. */
function aList(folder: string, rows: number): string {
  const file = path.join(folder, '老会员.csv');
  const good = Array.from(
    { length: rows },
    (_, n) => `1391234${String(n).padStart(4, '0')},老会员${n},77${String(n).padStart(6, '0')},${n}`,
  );
  writeFileSync(
    file,
    ['手机号码,会员姓名,会员卡号,剩余积分', ...good, '139,写错了,77900001,5', '13912340000,重复了,77900002,5'].join(
      '\r\n',
    ),
  );
  return file;
}

test('a manager imports a list, sees what is wrong with it, and takes the import back', async ({
  page,
  dataFolder,
}) => {
  await openImports(page);
  await expect(page.getByText(imports.empty)).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.getByRole('radio', { name: '会员', exact: true })).toBeChecked();
  await chooseFile(page, aList(dataFolder, 300));

  await expect(page.getByRole('heading', { name: '老会员.csv' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: importFields.members.phone.name })).toHaveValue('手机号码');
  await expect(page.getByRole('combobox', { name: importFields.members.points.name, exact: true })).toHaveValue(
    '剩余积分',
  );
  await expect(page.getByRole('cell', { name: '老会员0', exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(figures(page)).toHaveText(['300', '0', '0', '2']);
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  await expect(row('写错了')).toContainText('手机号：不是有效的电话号码');
  await expect(row('重复了')).toContainText('与第 2 行重复');
  const download = page.waitForEvent('download');
  await press(page, imports.summary.download);
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('老会员 错误清单.csv');
  expect(readFileSync(await saved.path(), 'utf8')).toContain(
    '13912340000,重复了,77900002,5,手机号：与第 2 行重复，请只留一行。',
  );

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(imports.phase.applied)).toBeVisible();
  await expect(figures(page)).toHaveText(['300', '0', '0', '2']);
  await goTo(page, words, 'members');
  await expect(page.getByText('共 700 条')).toBeVisible();

  await goTo(page, words, 'imports');
  await expect(page.getByRole('row').nth(1)).toContainText(MANAGER.name);
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await press(page, imports.result.undo);
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: imports.result.undo }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(imports.result.undoneWhole)).toBeVisible();
  await goTo(page, words, 'members');
  await expect(page.getByText('共 400 条')).toBeVisible();
});

test('what nobody wants to import leaves nothing, and what cannot be imported says why', async ({
  page,
  dataFolder,
}) => {
  await openImports(page);
  await goTo(page, words, 'products');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: imports.fromHere, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '商品', exact: true })).toBeChecked();

  const old = path.join(dataFolder, 'old.xls');
  writeFileSync(old, 'anything');
  await chooseFile(page, old);
  await expect(page.getByRole('alert')).toHaveText(words.refusals['old-workbook']);

  const list = path.join(dataFolder, 'products.csv');
  writeFileSync(list, 'SKU;Item;Price\nX-1;Tea;12,50\n');
  await chooseFile(page, list);
  await expect(page.getByRole('combobox', { name: importFields.products.price.name })).toHaveValue('Price');
  await press(page, imports.discard);
  await expect(page.getByText(imports.empty)).toBeVisible();
});

test('a file is dropped; a date that could be either is asked for', async ({ page }) => {
  await openImports(page);
  await page.keyboard.press('F6');
  const zone = page.getByRole('button', { name: imports.new.drop });
  await expect(zone).toBeVisible();
  const transfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['phone,birthday\n13912340001,5.3.1990\n'], 'list.csv'));
    return dropped;
  });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
  const order = page.getByRole('combobox', { name: imports.reading.dateOrder });
  await expect(order).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(imports.reading.dateOrderNeeded)).toBeVisible();
  await tabTo(page, order);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-combobox-selected]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(order).not.toHaveValue('');
  await page.keyboard.press('Control+Enter');
  await expect(figures(page)).toHaveText(['1', '0', '0', '0']);
  await expect(page.getByText(imports.summary.allSound)).toBeVisible();
});

test('a clerk is told who may import', async ({ page }) => {
  await signIn(page, CLERK);
  await page.evaluate(() => {
    location.hash = '#/imports';
  });
  await expect(page.getByText(words.states.notAllowed)).toBeVisible();
  await expect(page.getByRole('link', { name: imports.title })).toHaveCount(0);
});
