import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import type { At } from './every-screen.ts';
import { CLERK, MANAGER, signIn, type Words } from './sample-store.ts';

/** The quick switch with a PIN that is wrong, then the lock, when nobody touched anything for longer than the store allows. */
export async function signInScreens(page: Page, words: Words, at: At): Promise<void> {
  await page.keyboard.press('Alt+s');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: CLERK.name })).toBeVisible();
  await at('quick-switch');
  await dialog.getByRole('button', { name: CLERK.name }).press('Enter');
  await expect(page.locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).not.toBeEmpty();
  await at('quick-switch-wrong-pin');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.clock.install();
  // The first key by the clock that can be moved.
  await page.keyboard.press('Shift');
  await page.clock.fastForward('05:01');
  await expect(page.getByRole('heading', { name: words.staff.signIn.lockedTitle })).toBeVisible();
  await expect(page.locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
  await at('locked');
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await at('locked-wrong-pin');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: CLERK.name })).toBeVisible();
  await at('locked-people');
  await signIn(page, MANAGER);
  await expect(page.getByRole('banner')).toContainText(MANAGER.name);
}
