import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');

/** The backups: none yet, one, what a restore would leave out, a second place that is not there. */
export async function backupScreens(page: Page, words: Words, at: At): Promise<void> {
  const { backups } = words;
  await goTo(page, words, 'settings');
  await page.getByRole('button', { name: backups.open }).click();
  await expect(page.getByText(backups.list.none)).toBeVisible();
  await at('backups-none');
  await page.getByRole('button', { name: backups.now }).click();
  await expect(page.getByText(backups.made)).toBeVisible();
  await page.getByRole('textbox', { name: backups.settings.second }).fill('/nowhere/at/all');
  await page.getByRole('button', { name: backups.settings.save, exact: true }).click();
  await expect(page.getByText(words.refusals['folder-missing'])).toBeVisible();
  await at('backups');
  await page.getByRole('table', { name: backups.list.title }).getByRole('button').first().click();
  await expect(dialog(page).getByRole('button', { name: backups.restore.confirm })).toBeVisible();
  await at('backups-restore');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}
