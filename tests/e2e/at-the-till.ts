import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { BY_HAND, type Words } from './sample-store.ts';

/** What of the till a person looks at. */
export const tillOf = (page: Page, words: Words) => ({
  product: page.getByRole('combobox', { name: words.purchases.product.find }),
  member: page.getByRole('combobox', { name: words.memberCard.find }),
  lines: page.getByRole('table', { name: words.purchases.basket.label }).locator('tbody tr'),
  due: page.getByRole('region', { name: words.purchases.total.label }).getByRole('status'),
  paying: page.getByRole('form', { name: words.purchases.pay.title }),
  enrolling: page.getByRole('form', { name: words.enrol.title }),
  done: page.getByRole('region', { name: words.purchases.done.title }),
  receipt: page.getByRole('article'),
  /** The notice that the basket is one from before, by its button. */
  restored: page.getByRole('button', { name: words.purchases.draft.clear }),
});

/** Types what it says and presses Enter, as fingers do. */
export async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, BY_HAND);
  await page.keyboard.press('Enter');
}

/** Rings up products by what is typed into the product field, which must have the focus. */
export async function ringUp(page: Page, words: Words, ...entries: readonly string[]): Promise<void> {
  const { product } = tillOf(page, words);
  for (const entry of entries) {
    await expect(product).toBeFocused();
    await enter(page, entry);
    await expect(product).toHaveValue('');
  }
}

/** Presses keys as a keyboard-wedge scanner does: five milliseconds apart by their own clock, Enter last. */
export async function scan(page: Page, code: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const beganS = Date.now() / 1000;
  const keys = [...[...code].map((key) => ({ key, text: key })), { key: 'Enter', code: 'Enter', text: '\r' }];
  await Promise.all(
    keys.flatMap(({ text, ...key }, index) => {
      const timestamp = beganS + index * 0.005;
      const windowsVirtualKeyCode = key.key === 'Enter' ? 13 : key.key.charCodeAt(0);
      return [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text, timestamp, windowsVirtualKeyCode }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp, windowsVirtualKeyCode }),
      ];
    }),
  );
  await devtools.detach();
}
