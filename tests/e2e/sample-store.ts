import type { Locator, Page } from '@playwright/test';
import { en } from '../../renderer/lib/words/en/index.ts';
import { zhCN } from '../../renderer/lib/words/zh-CN/index.ts';
import { expect } from './app-fixture.ts';

export type Words = typeof zhCN;

/** The words of the window that a spec with this locale sees. */
export const wordsOf = (locale: string | undefined): Words =>
  locale?.startsWith('en') ? (en as unknown as Words) : zhCN;

/** Words with their braces filled. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)(?:, \w+)?\}\}/g, (_, name: string) => values[name] ?? '');

/** The sample's people, as its first page lists them. */
export const MANAGER = { name: '陈经理', pin: '2580' };
export const CLERK = { name: '林小雨', pin: '1470' };

/** Typing as fast as a person does; keys that come faster are a scanner's. */
export const BY_HAND = { delay: 80 };

/** Tab until it has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 100; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Moves in an open list of options until `option` is the marked one, and takes it. */
export async function takeOption(page: Page, option: string): Promise<void> {
  const wanted = page.getByRole('option', { name: option, exact: true });
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 60 && (await wanted.getAttribute('data-combobox-selected')) === null; step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
}

export async function signIn(page: Page, person: { readonly name: string; readonly pin: string }): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: person.name }));
  await page.keyboard.press('Enter');
  await expect(page.locator('input[type="password"][inputmode="numeric"]')).toBeFocused();
  await page.keyboard.type(person.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeVisible();
}

/** To a page by the palette. */
export async function goTo(page: Page, words: Words, name: keyof Words['frame']['page']): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: words.frame.palette.label }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(words.frame.page[name], BY_HAND);
  // What Enter would take.
  await expect(page.getByRole('dialog').locator('[data-selected]')).toHaveText(words.frame.page[name]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Its keys are heard once it is there.
  await expect(page.getByRole('heading', { level: 1, name: words.frame.page[name], exact: true })).toBeVisible();
}
