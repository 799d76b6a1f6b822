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

const ENDINGS = {
  Enter: { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  Tab: { key: 'Tab', code: 'Tab', text: '', windowsVirtualKeyCode: 9 },
};

/** Presses keys as a keyboard-wedge scanner does: a few milliseconds apart by their own clock, Enter or Tab last. */
export async function scan(
  page: Page,
  code: string,
  { ending = 'Enter', gapMs = 5 }: { readonly ending?: keyof typeof ENDINGS; readonly gapMs?: number } = {},
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const beganS = Date.now() / 1000;
  const letters = [...code].map((key) => ({ key, text: key, windowsVirtualKeyCode: key.charCodeAt(0) }));
  const keys = [...letters, ENDINGS[ending]];
  await Promise.all(
    keys.flatMap(({ text, ...key }, index) => {
      const timestamp = beganS + (index * gapMs) / 1000;
      return [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text, timestamp }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
      ];
    }),
  );
  await devtools.detach();
}
