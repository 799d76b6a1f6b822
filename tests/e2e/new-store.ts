import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { tabTo, type Words } from './sample-store.ts';

/** The only one who works in a new store. */
export const OWNER = { name: '王店长', pin: '2741' };

/** From the first run to the sign-in of an empty store, by keyboard alone. */
export async function createStore(page: Page, words: Words): Promise<void> {
  const { firstRun, form } = words.stores;
  await tabTo(page, page.getByRole('button', { name: firstRun.store }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(form.name)).toBeFocused();
  await page.keyboard.type('街角小店');
  await tabTo(page, page.getByLabel(form.manager));
  await page.keyboard.type(OWNER.name);
  await tabTo(page, page.getByLabel(form.pin, { exact: true }));
  await page.keyboard.type(OWNER.pin);
  await tabTo(page, page.getByLabel(form.pinAgain));
  await page.keyboard.type(OWNER.pin);
  await page.keyboard.press('Enter');
}
