import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { tillOf } from './at-the-till.ts';
import { CLERK, signIn, type Words } from './sample-store.ts';

/** The till of the sample store, with somebody signed in, ready for the first product. */
export async function openTill(page: Page, words: Words, person = CLERK) {
  await signIn(page, person);
  const till = tillOf(page, words);
  await expect(till.product).toBeFocused();
  return till;
}
