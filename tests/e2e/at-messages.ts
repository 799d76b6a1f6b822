import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { goTo, type Words } from './sample-store.ts';

/** Switches SMS on for a gateway, in the settings. */
export async function useGateway(page: Page, words: Words, url: string): Promise<void> {
  const { channels } = words.messages;
  await goTo(page, words, 'settings');
  const section = page.getByRole('form', { name: channels.title });
  await section.getByRole('switch', { name: `${channels.sms}: ${channels.enabled}` }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(section.getByRole('textbox', { name: channels.url })).toBeFocused();
  await page.keyboard.type(url);
  await page.keyboard.press('Tab');
  await page.keyboard.type('the key');
  await section.getByRole('textbox', { name: channels.signature }).focus();
  await page.keyboard.type('解放路店');
  await page.keyboard.press('Enter');
  await expect(page.getByText(channels.saved)).toBeVisible();
  await expect(page.getByRole('textbox', { name: channels.trySms })).toBeVisible();
}

/** Opens the page of a member who can be reached: the one that was here last. */
export async function openLastMember(page: Page, words: Words): Promise<string> {
  await goTo(page, words, 'members');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('****');
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  return page.getByRole('heading', { level: 1 }).innerText();
}
