import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { goTo, tabTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

/** Two records of one person, and a mistake. */
const LIST = [
  'phone,name,card,points',
  '13912345678,赵测试,77900001,10',
  '13912345687,赵测试,77900002,10',
  '139,错,77900003,5',
].join('\r\n');

/** The imports: none yet, a file chosen, its columns, what is wrong with it, applied, in the list. */
export async function importScreens(page: Page, words: Words, at: At): Promise<void> {
  const { imports } = words;
  await goTo(page, words, 'imports');
  await expect(page.getByText(imports.empty)).toBeVisible();
  await at('imports-none');
  await page.keyboard.press('F6');
  const zone = page.getByRole('button', { name: imports.new.drop });
  await expect(zone).toBeVisible();
  await at('import-new');
  const chooser = page.waitForEvent('filechooser');
  await zone.click();
  await (await chooser).setFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await expect(page.getByRole('heading', { level: 1, name: 'members.csv' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '赵测试' }).first()).toBeVisible();
  await at('import-columns');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: imports.summary.download })).toBeVisible();
  await at('import-checked');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(imports.phase.applied, { exact: true })).toBeVisible();
  await at('import-applied');
  await goTo(page, words, 'imports');
  await expect(page.getByRole('row').nth(1)).toContainText('members.csv');
  await at('imports');
}

/** Data quality: never looked, looked through, two records side by side. */
export async function qualityScreens(page: Page, words: Words, at: At): Promise<void> {
  const { quality } = words;
  await goTo(page, words, 'quality');
  await expect(page.getByText(quality.never)).toBeVisible();
  await at('quality-never');
  await page.keyboard.press('F5');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('赵测试');
  await expect(page.getByRole('button', { name: quality.scanAgain })).toBeEnabled();
  await at('quality');
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: quality.merge.title })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await at('merge');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: quality.merge.title })).toHaveCount(0);
}
