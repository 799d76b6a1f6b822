import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { openLastMember, useGateway } from './at-messages.ts';
import { filled, goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

/** Where nobody listens: what is sent waits. */
const NOBODY = 'http://127.0.0.1:47999';

/** Through the messages: empty, a template and its preview, the channels, the notices, one to a member, the outbox and one of it. */
export async function messageScreens(page: Page, words: Words, at: At): Promise<void> {
  const { messages } = words;
  await goTo(page, words, 'messages');
  await expect(page.getByText(messages.outbox.empty, { exact: true })).toBeVisible();
  await at('messages-empty');
  await page.getByRole('link', { name: messages.places.inbox }).click();
  await expect(page.getByText(messages.inbox.empty, { exact: true })).toBeVisible();
  await at('inbox-empty');
  await page.getByRole('link', { name: messages.places.templates }).click();
  await expect(page.getByText(messages.template.empty, { exact: true })).toBeVisible();
  await at('templates-empty');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: messages.template.add });
  await expect(form.getByRole('textbox', { name: messages.template.name })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.getByText(words.form.required).first()).toBeVisible();
  await at('template-refused');
  await form.getByRole('textbox', { name: messages.template.name }).fill('上新');
  await form
    .getByRole('textbox', { name: messages.template.text })
    .fill('{姓名}您好，{门店}上新了，您有 {积分} 积分可用。');
  await expect(page.getByRole('region', { name: messages.template.preview })).not.toContainText('{');
  await at('template');
  await form.getByRole('button', { name: words.actions.save }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: '上新' })).toBeVisible();
  await at('templates');
  await useGateway(page, words, NOBODY);
  await page.getByRole('form', { name: messages.channels.title }).scrollIntoViewIfNeeded();
  await at('channels');
  await goTo(page, words, 'messages');
  await page.getByRole('link', { name: messages.places.notices }).click();
  await expect(page.getByRole('table', { name: messages.places.notices })).toBeVisible();
  await at('notices');
  const kind = messages.notices.kind['points-expiring'];
  await page.getByRole('button', { name: filled(messages.notices.edit, { name: kind }) }).click();
  await page.getByRole('combobox', { name: messages.notices.column.by }).click();
  await page.getByRole('option', { name: messages.notices.by.either }).click();
  await expect(page.getByRole('region', { name: messages.template.preview })).not.toContainText('{');
  await at('notice');
  await page.getByRole('dialog').getByRole('button', { name: words.actions.cancel }).click();
  await page.getByRole('button', { name: words.actions.leave }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const name = await openLastMember(page, words);
  await page.keyboard.press('Alt+m');
  const message = page.getByRole('form', { name: filled(messages.send.title, { name }) });
  await expect(message.getByRole('textbox', { name: messages.template.text })).toBeFocused();
  await message.getByRole('textbox', { name: messages.template.text }).fill('{姓名}，您的裤子改好了。');
  await expect(page.getByRole('region', { name: messages.template.preview })).toContainText('【');
  await at('message-to-member');
  await message.getByRole('button', { name: messages.send.send }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, words, 'messages');
  const first = page.getByRole('grid').getByRole('row').nth(1);
  await expect(first).toContainText(messages.state.queued);
  await at('outbox');
  await first.click();
  await expect(page.getByRole('dialog')).toContainText(messages.one.attempts);
  await at('message');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
