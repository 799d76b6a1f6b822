import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { backups } = words;

const storeFile = (dataFolder: string) => path.join(dataFolder, 'store.db');
const backupsIn = (dataFolder: string) => readdirSync(path.join(dataFolder, 'backups'));

/** Pages in the middle of the file, as a failing disk leaves them. */
function spoil(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 8192) * 4096;
  bytes.fill(0x5a, middle, middle + 40 * 4096);
  writeFileSync(file, bytes);
}

async function toBackups(page: Page): Promise<void> {
  await goTo(page, words, 'settings');
  await tabTo(page, page.getByRole('button', { name: backups.open }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: backups.title, level: 1 })).toBeVisible();
}

async function backUpNow(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: backups.now }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(backups.made)).toBeVisible();
}

/** Sells one product for cash; returns the receipt's number. */
async function sellOne(page: Page): Promise<string> {
  await goTo(page, words, 'till');
  const till = tillOf(page, words);
  await ringUp(page, words, 'GR-001');
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(till.done).toBeVisible();
  const number = /DEMO-T1-\d{6}/.exec(await till.receipt.innerText())?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(till.product).toBeFocused();
  return number;
}

const rowsOf = (page: Page) => page.getByRole('table', { name: backups.list.title }).locator('tbody tr');
const dialog = (page: Page) => page.getByRole('dialog');

test('sold after the backup, then the disk spoils the file: restored, and the sale is there again', async ({ app }) => {
  test.setTimeout(240_000);
  let { page } = app;
  await signIn(page, MANAGER);

  await test.step('a backup by hand is made, checked and listed', async () => {
    await toBackups(page);
    await expect(page.getByText(backups.list.none)).toBeVisible();
    await backUpNow(page);
    await expect(rowsOf(page)).toHaveCount(1);
    await expect(rowsOf(page)).toContainText(backups.state.good);
  });

  const receipt = await sellOne(page);
  expect(receipt).not.toBe('');

  await test.step('the program ends with a backup of its own, which is lost here with the file', async () => {
    page = await app.restart(() => {
      const made = backupsIn(app.dataFolder).toSorted();
      expect(made).toHaveLength(2);
      // As if the power had failed instead.
      renameSync(path.join(app.dataFolder, 'backups', made[1] ?? ''), path.join(app.dataFolder, 'not-made.db'));
      spoil(storeFile(app.dataFolder));
      const notes = path.join(app.dataFolder, 'computer.json');
      const noted = JSON.parse(readFileSync(notes, 'utf8'));
      writeFileSync(notes, JSON.stringify({ ...noted, check: { atMs: Date.now(), sound: false } }));
    });
    await expect(page.getByRole('heading', { name: words.stores.refused.reason.damaged.title })).toBeVisible();
  });

  await test.step('the newest good backup is offered, with what came after it', async () => {
    await tabTo(page, page.getByRole('button', { name: backups.list.restore, exact: true }));
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByText(backups.restore.choice)).toBeVisible();
    await expect(dialog(page)).toContainText(receipt);
    await tabTo(page, dialog(page).getByRole('button', { name: backups.restore.confirm }));
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByText(backups.restored.title)).toBeVisible({ timeout: 60_000 });
    await expect(dialog(page)).toContainText(receipt);
    await page.keyboard.press('Enter');
  });

  await test.step('and the sale is in the store again', async () => {
    await signIn(page, MANAGER);
    await expect(tillOf(page, words).product).toBeFocused();
    await page.keyboard.press('F8');
    await expect(page.getByRole('textbox', { name: words.returns.find.label })).toBeFocused();
    await enter(page, receipt);
    await expect(page.getByText(receipt).first()).toBeVisible();
    expect(readdirSync(path.join(app.dataFolder, 'backups')).some((name) => name.startsWith('replaced-'))).toBe(true);
  });
});

test('what came after a backup is left out only by somebody who says so', async ({ app, page }) => {
  await signIn(page, MANAGER);
  await toBackups(page);
  await backUpNow(page);
  await sellOne(page);
  await toBackups(page);
  const restore = rowsOf(page).first().getByRole('button');
  await tabTo(page, restore);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(backups.restore.sureFirst)).toBeVisible();
  await tabTo(page, dialog(page).getByRole('checkbox'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(backups.restored.title)).toBeVisible({ timeout: 60_000 });
  await expect(dialog(page).getByText(/DEMO-T1-\d{6}/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: backups.restored.last })).toBeVisible();
  expect(existsSync(storeFile(app.dataFolder))).toBe(true);
});

test('a store whose file is gone is said to be missing, and comes back from its backup', async ({ app }) => {
  let { page } = app;
  await signIn(page, MANAGER);
  page = await app.restart(() => renameSync(storeFile(app.dataFolder), path.join(app.dataFolder, 'gone.db')));
  await expect(page.getByRole('heading', { name: words.stores.refused.reason.missing.title })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: backups.list.restore, exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(backups.restore.unreadable)).toBeVisible();
  await tabTo(page, dialog(page).getByRole('button', { name: backups.restore.confirm }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(backups.restored.title)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: MANAGER.name })).toBeVisible();
});
