import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, filled, goTo, MANAGER, signIn, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { exports: said } = words;

const dialog = (page: Page): Locator => page.getByRole('dialog');
const rows = (page: Page) => page.getByRole('row');

/** Alt+E, when the list stands and hears it. */
async function openExport(page: Page): Promise<void> {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Alt+e');
  await expect(dialog(page).locator('input:focus')).toHaveCount(1);
}
/** Does what brings a file, and takes it; where none comes, what the dialog says is why. */
async function fileOf(page: Page, act: () => Promise<void>): Promise<Download> {
  const noFile = async () => {
    throw new Error(`no file comes; the dialog says: ${(await dialog(page).allInnerTexts()).join(' ')}`);
  };
  const refused = dialog(page).getByRole('alert').filter({ hasText: /\S/ });
  const coming = page.waitForEvent('download', { timeout: 30_000 }).catch(noFile);
  await act();
  return Promise.race([coming, refused.waitFor().then(noFile)]);
}
const readDownload = async (download: Download): Promise<Buffer> => readFile(await download.path());
const tableOf = async (download: Download): Promise<string[][]> =>
  Papa.parse<string[]>((await readDownload(download)).toString('utf8').slice(1), { skipEmptyLines: true }).data;

/** The texts of the cells in sight, row by row. */
const cellsOf = (page: Page): Promise<string[][]> =>
  page
    .getByRole('grid')
    .evaluate((grid) =>
      [...grid.querySelectorAll('[role="row"]')].map((row) =>
        [...row.querySelectorAll('[role="columnheader"], [role="gridcell"]')].map(
          (cell) => (cell as HTMLElement).innerText.trim().split('\n')[0] ?? '',
        ),
      ),
    );

test('a searched and sorted list is exported as it is shown, and a workbook holds the same', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await expect(rows(page).nth(5)).toContainText('****');
  await page.keyboard.press('/');
  await page.keyboard.type('王', BY_HAND);
  await expect(rows(page).nth(1)).toContainText('王');
  await page.getByRole('columnheader', { name: words.members.list.points }).getByRole('button').first().click();
  await expect(page.getByRole('columnheader', { name: words.members.list.points })).toHaveAttribute(
    'aria-sort',
    /ending/,
  );
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const [, ...shown] = await cellsOf(page);

  await openExport(page);
  await dialog(page).getByRole('radio', { name: said.kind.csv }).check();
  const csv = await fileOf(page, () => page.keyboard.press('Enter'));
  await expect(dialog(page)).toHaveCount(0);
  expect(csv.suggestedFilename()).toMatch(/^会员 \d{4}-\d{2}-\d{2}\.csv$/);
  const [heads = [], ...table] = await tableOf(csv);
  expect(heads.slice(0, 3)).toEqual([words.members.name, words.members.phone, words.members.list.tier]);
  expect(table.length).toBeGreaterThanOrEqual(shown.length);
  for (const [at, row] of shown.entries()) {
    const [name, phone, tier] = table[at] ?? [];
    expect([name, phone, tier]).toEqual(row.slice(1, 4).map((text) => (text === '–' ? '' : text)));
    expect(Number(table[at]?.[3])).toBe(Number(row[4]?.replaceAll(/\D/g, '')));
  }

  await openExport(page);
  await dialog(page).getByRole('radio', { name: said.kind.xlsx }).check();
  const xlsx = await fileOf(page, () => page.keyboard.press('Enter'));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readDownload(xlsx)) as unknown as ArrayBuffer);
  const sheet = book.worksheets[0];
  expect(sheet?.rowCount).toBe(table.length + 1);
  expect(table.map((_, at) => sheet?.getRow(at + 2).getCell(1).text)).toEqual(table.map(([name]) => name));
});

test('full phone numbers take the PIN again, and the log keeps who took them', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await expect(rows(page).nth(5)).toContainText('****');
  await openExport(page);
  await dialog(page).getByRole('radio', { name: said.kind.csv }).check();
  await dialog(page).getByRole('checkbox', { name: said.fullPhones }).check();
  await page.keyboard.press('Enter');
  const pin = dialog(page).locator('input[type="password"][inputmode="numeric"]');
  await expect(pin).toBeFocused();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).not.toBeEmpty();
  await expect(pin).toBeFocused();
  await page.keyboard.type(MANAGER.pin);
  const [, first = []] = await tableOf(await fileOf(page, () => page.keyboard.press('Enter')));
  expect(first[1]).toMatch(/^1\d{10}$/);
  await expect(dialog(page)).toHaveCount(0);

  await goTo(page, words, 'audit');
  const done = page.getByRole('row').filter({ hasText: words.audit.action.export });
  await expect(done.first()).toContainText(words.audit.field['full-phones']);
  await expect(page.getByRole('row').filter({ hasText: words.audit.action['export-refused'] }).first()).toBeVisible();
});

test('what an export takes is said before, and Esc leaves no file', async ({ page }) => {
  await signIn(page, MANAGER);
  await goTo(page, words, 'products');
  await expect(rows(page).nth(5)).toContainText('¥');
  await openExport(page);
  await expect(dialog(page)).toContainText(filled(said.asShown_other, { count: '80' }));
  await expect(dialog(page)).toContainText(words.products.barcode);
  await expect(dialog(page).getByRole('checkbox')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
});
