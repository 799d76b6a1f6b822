import type { Page } from '@playwright/test';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import { expect, test } from './app-fixture.ts';
import { openLastMember, useGateway } from './at-messages.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { BY_HAND, CLERK, filled, goTo, MANAGER, signIn, tabTo, takeOption, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { messages } = words;
const dialog = (page: Page) => page.getByRole('dialog');
const row = (page: Page, index: number) => page.getByRole('grid').getByRole('row').nth(index);

/** Writes to the member whose page is open, and sends it. */
async function send(page: Page, name: string, text: string): Promise<void> {
  await page.keyboard.press('Alt+m');
  const form = page.getByRole('form', { name: filled(messages.send.title, { name }) });
  await expect(form.getByRole('textbox', { name: messages.template.text })).toBeFocused();
  await page.keyboard.type(text, BY_HAND);
  await expect(page.getByRole('region', { name: messages.template.preview })).toContainText(`】${text}`);
  await tabTo(page, form.getByRole('button', { name: messages.send.send }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  // The notice of an earlier one may still stand.
  await expect(page.getByText(messages.send.queued).last()).toBeVisible();
}

test.describe('messages', () => {
  let gateway: FakeGateway;
  test.beforeEach(async () => {
    gateway = await fakeGateway();
  });
  test.afterEach(() => gateway.close());

  test('a manager sets a channel up, writes a template, sends to a member and decides about what is uncertain', async ({
    page,
  }) => {
    await signIn(page, MANAGER);

    await test.step('the channel, with a test', async () => {
      await useGateway(page, words, gateway.url);
      await page.getByRole('textbox', { name: messages.channels.trySms }).focus();
      await page.keyboard.type('13812345678', BY_HAND);
      await page.keyboard.press('Enter');
      await expect(page.getByText(messages.channels.tried.accepted)).toBeVisible();
      expect(gateway.taken).toHaveLength(1);
      expect([...gateway.authorizations]).toEqual(['Bearer the key']);
    });

    await test.step('a template, with what a member will read', async () => {
      await goTo(page, words, 'messages');
      await expect(page.getByText(messages.outbox.empty, { exact: true })).toBeVisible();
      await tabTo(page, page.getByRole('link', { name: messages.places.templates }));
      await page.keyboard.press('Enter');
      await expect(page.getByText(messages.template.empty, { exact: true })).toBeVisible();
      await page.keyboard.press('F6');
      const form = page.getByRole('form', { name: messages.template.add });
      await expect(form.getByRole('textbox', { name: messages.template.name })).toBeFocused();
      await page.keyboard.type('到货提醒', BY_HAND);
      const text = form.getByRole('textbox', { name: messages.template.text });
      await tabTo(page, text);
      await page.keyboard.type('{称呼}您好', BY_HAND);
      await tabTo(page, form.getByRole('button', { name: words.actions.save }));
      await page.keyboard.press('Enter');
      await expect(form.getByText(/\{称呼\}/).last()).toBeVisible();
      await expect(text).toBeFocused();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('您订的货到了，', BY_HAND);
      await tabTo(page, form.getByRole('button', { name: messages.template.placeholder.name, exact: true }));
      await page.keyboard.press('Enter');
      await expect(text).toHaveValue('您订的货到了，{姓名}');
      await expect(page.getByRole('region', { name: messages.template.preview })).toContainText(
        '【解放路店】您订的货到了，',
      );
      await tabTo(page, form.getByRole('button', { name: words.actions.save }));
      await page.keyboard.press('Enter');
      await expect(dialog(page)).toHaveCount(0);
      await expect(page.getByRole('rowheader', { name: '到货提醒' })).toBeVisible();
    });

    await test.step('a message, which stands in the outbox and on the timeline', async () => {
      const name = await openLastMember(page, words);
      await send(page, name, '您的裤子改好了。');
      await expect.poll(() => gateway.taken.at(-1)?.text).toBe('【解放路店】您的裤子改好了。');
      await page.getByRole('tab', { name: words.members.page.tabs.timeline }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('短信：【解放路店】您的裤子改好了。')).toBeVisible();
      await goTo(page, words, 'messages');
      await expect(row(page, 1)).toContainText(messages.state.sent);
    });

    await test.step('a reply, in the inbox, that opens the member', async () => {
      gateway.replies.push({ id: 'in-1', kind: 'reply', from: gateway.taken.at(-1)?.to ?? '', text: '谢谢，下午来取' });
      // Read once a minute, and whenever the settings are saved.
      await goTo(page, words, 'settings');
      await page.getByRole('textbox', { name: messages.channels.signature }).focus();
      await page.keyboard.type('！');
      await page.keyboard.press('Enter');
      await expect.poll(() => gateway.asked).toBeGreaterThan(1);
      await goTo(page, words, 'messages');
      await tabTo(page, page.getByRole('link', { name: messages.places.inbox }));
      await page.keyboard.press('Enter');
      await expect(row(page, 1)).toContainText('谢谢，下午来取');
      await page.getByRole('grid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('tablist')).toBeVisible();
    });

    await test.step('an answer that never came is left to a person', async () => {
      gateway.mood = () => 'lost-answer';
      gateway.canTell = false;
      const name = await openLastMember(page, words);
      await send(page, name, '明天记得来取。');
      await goTo(page, words, 'messages');
      await expect(row(page, 1)).toContainText(messages.state.uncertain);
      await expect(page.getByRole('grid')).toBeVisible();
      await page.getByRole('grid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect(dialog(page)).toContainText(messages.one.uncertainBody);
      await expect(dialog(page)).toContainText(messages.one.attempt.uncertain);
      await tabTo(page, dialog(page).getByRole('button', { name: messages.one.wasSent }));
      await page.keyboard.press('Enter');
      await expect(dialog(page)).toHaveCount(0);
      await expect(row(page, 1)).toContainText(messages.state.sent);
      expect(gateway.taken.filter(({ text }) => text.includes('明天记得来取'))).toHaveLength(1);
    });
  });

  test('a purchase is told of where the store says so, and its receipt goes to whoever asks for it', async ({
    page,
  }) => {
    await signIn(page, MANAGER);
    await useGateway(page, words, gateway.url);
    await goTo(page, words, 'messages');
    await tabTo(page, page.getByRole('link', { name: messages.places.notices }));
    await page.keyboard.press('Enter');
    const name = messages.notices.kind.purchase;
    const edit = page.getByRole('button', { name: filled(messages.notices.edit, { name }) });
    await expect(edit).toBeVisible();
    await tabTo(page, edit);
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: filled(messages.notices.edit, { name }) });
    await expect(form.getByRole('combobox', { name: messages.notices.column.by })).toBeFocused();
    await page.keyboard.press('Space');
    await takeOption(page, messages.notices.by.sms);
    const text = form.getByRole('textbox', { name: messages.notices.sms });
    await tabTo(page, text);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('{小票}', BY_HAND);
    await tabTo(page, form.getByRole('button', { name: words.actions.save }));
    await page.keyboard.press('Enter');
    await expect(form.getByText(filled(messages.notices.unknown, { names: '{小票}' }))).toBeVisible();
    await expect(text).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('谢谢惠顾，本次', BY_HAND);
    await tabTo(page, form.getByRole('button', { name: messages.template.placeholder.amount, exact: true }));
    await page.keyboard.press('Enter');
    await expect(text).toHaveValue('谢谢惠顾，本次{金额}');
    await tabTo(page, form.getByRole('button', { name: words.actions.save }));
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByRole('cell', { name: '谢谢惠顾，本次{金额}' })).toBeVisible();

    await goTo(page, words, 'till');
    const till = tillOf(page, words);
    await expect(till.product).toBeFocused();
    await ringUp(page, words, 'GR-001');
    await page.keyboard.press('F6');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
    await enter(page, '13912340077');
    await expect(till.enrolling).toHaveCount(0);
    await expect(page.getByText('139****0077', { exact: true })).toBeVisible();
    await page.keyboard.press('F12');
    await expect(till.paying).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(till.done).toBeVisible();
    await expect.poll(() => gateway.taken.at(-1)?.text, { timeout: 15_000 }).toMatch(/】谢谢惠顾，本次¥\d/);
    const sendIt = till.done.getByRole('button', { name: words.receipts.message.sms });
    await expect(sendIt).toBeVisible();
    await page.keyboard.press('Alt+m');
    await expect(page.getByText(words.receipts.messaged)).toBeVisible();
    await expect.poll(() => gateway.taken.at(-1)?.text).toContain('的小票DEMO-T1-');
    await expect(sendIt).toBeEnabled();
    await page.keyboard.press('Alt+m');
    await expect(page.getByText(words.receipts.messagedBefore)).toBeVisible();
    expect(gateway.taken).toHaveLength(2);
  });

  test('a clerk is not offered messages, and is told which right is missing', async ({ page }) => {
    await signIn(page, CLERK);
    await openLastMember(page, words);
    await expect(page.getByRole('button', { name: messages.send.action })).toHaveCount(0);
    await page.evaluate(() => {
      window.location.hash = '#/messages';
    });
    await expect(page.getByRole('heading', { level: 1, name: messages.title })).toBeVisible();
    await expect(page.getByText(words.states.notAllowed)).toBeVisible();
  });
});
