import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import type { At } from './every-screen.ts';
import type { Words } from './sample-store.ts';

/** Closes the account, looks at it, and reopens it with its points. */
export async function standingScreens(page: Page, words: Words, at: At): Promise<void> {
  const { change, is, note } = words.standing;
  const choose = async (name: string) => {
    await page.keyboard.press('Alt+a');
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeFocused();
    await page.getByRole('dialog').getByRole('radio', { name, exact: true }).press('Space');
  };
  await choose(change.close);
  await page.getByRole('dialog').getByLabel(note).fill('13812345678');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.refusals['note-personal'])).toBeVisible();
  await at('member-close');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByText(is.closed)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await at('member-closed');
  await choose(change.reopen);
  await at('member-reopen');
  await page.keyboard.press('Enter');
  await expect(page.getByText(is.closed)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
