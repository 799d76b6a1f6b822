import type { Page } from '@playwright/test';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import { expect, test } from './app-fixture.ts';
import { useGateway } from './at-messages.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { BY_HAND, filled, goTo, MANAGER, signIn, tabTo, takeOption, wordsOf } from './sample-store.ts';
import { inStoreFile } from './store-file.ts';

const words = wordsOf('zh-CN');
const { campaigns, messages, promotions } = words;
const OFFER = '回访九折';
const CAMPAIGN = '老客回访';
const dialog = (page: Page) => page.getByRole('dialog');
const plan = (page: Page) => page.getByRole('form', { name: campaigns.wizard.label });
const step = (page: Page, name: keyof typeof campaigns.wizard.step) =>
  page.getByRole('region', { name: campaigns.wizard.step[name], exact: true });
const state = (page: Page) => page.getByRole('heading', { level: 1 }).locator('..');

/** Asks for the next act with F12 and says yes. */
async function move(page: Page, act: 'approve' | 'live' | 'paused' | 'resume'): Promise<void> {
  await expect(page.getByRole('button', { name: campaigns.act[act] })).toBeVisible();
  await page.keyboard.press('F12');
  await expect(dialog(page).getByRole('button', { name: campaigns.act[act] })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

/** Ten percent off everything, as a draft. */
async function writeOffer(page: Page): Promise<void> {
  await goTo(page, words, 'promotions');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: promotions.form.label });
  await expect(form.getByRole('textbox', { name: promotions.form.name, exact: true })).toBeFocused();
  await page.keyboard.type(OFFER, BY_HAND);
  await tabTo(page, form.getByRole('textbox', { name: promotions.offerFields.percent, exact: true }));
  await page.keyboard.type('10', BY_HAND);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: OFFER })).toBeVisible();
}

/** Through the steps by Enter; half of the members are kept out. Channels are chosen by `choose`. */
async function planCampaign(page: Page, choose: () => Promise<void> = async () => {}): Promise<void> {
  await goTo(page, words, 'campaigns');
  await expect(page.getByText(campaigns.empty, { exact: true })).toBeVisible();
  await page.keyboard.press('F6');
  await expect(plan(page).getByRole('textbox', { name: campaigns.wizard.name })).toBeFocused();
  // What lacks a name goes no further.
  await page.keyboard.press('Enter');
  await expect(page.getByText(campaigns.wizard.wrong.name)).toBeVisible();
  await enter(page, CAMPAIGN);
  await expect(step(page, 'audience').getByRole('status')).toContainText(/\d/);
  await tabTo(page, plan(page).getByRole('button', { name: campaigns.wizard.next }));
  await page.keyboard.press('Enter');
  await expect(step(page, 'offer').getByRole('checkbox', { name: OFFER })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(step(page, 'budget').getByRole('textbox', { name: campaigns.wizard.budget })).toBeFocused();
  await enter(page, '500');
  await expect(step(page, 'channels').getByRole('checkbox').first()).toBeFocused();
  await choose();
  await page.keyboard.press('Enter');
  const control = step(page, 'control').getByRole('textbox', { name: campaigns.wizard.control });
  await expect(control).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('60', BY_HAND);
  await page.keyboard.press('Enter');
  await expect(page.getByText(campaigns.wizard.wrong.control)).toBeVisible();
  await expect(control).toBeFocused();
  await page.keyboard.press('Control+a');
  await enter(page, '50');
  await expect(step(page, 'review')).toContainText(OFFER);
  await expect(step(page, 'review')).toContainText(campaigns.wizard.review.ready);
}

/** The phone of a member of an arm. */
const phoneIn = (dataFolder: string, isControl: 0 | 1): string =>
  inStoreFile<{ phone: string }>(
    dataFolder,
    `SELECT phone FROM campaign_member JOIN member_identity USING (member_pk)
     WHERE is_control = ${isControl} AND phone IS NOT NULL ORDER BY member_pk LIMIT 1`,
  )[0]?.phone ?? '';

/** Rings up one product for the member with this phone. */
async function serve(page: Page, phone: string): Promise<void> {
  const till = tillOf(page, words);
  await goTo(page, words, 'till');
  await ringUp(page, words, 'GR-001');
  await page.keyboard.press('F4');
  await expect(till.member).toBeFocused();
  await enter(page, phone.replace('+86', ''));
  await expect(till.product).toBeFocused();
}

test('a campaign is planned, approved, live, given to those who were drawn for it alone, ended and evaluated', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000);
  await signIn(page, MANAGER);
  await writeOffer(page);
  await planCampaign(page);

  // What was typed is still there after another page.
  await goTo(page, words, 'members');
  await goTo(page, words, 'campaigns');
  await page.keyboard.press('F6');
  await expect(page.getByText(campaigns.wizard.restored)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: CAMPAIGN })).toBeVisible();
  await expect(state(page)).toContainText(campaigns.state.draft);

  await move(page, 'approve');
  await expect(state(page)).toContainText(campaigns.state.approved);
  await move(page, 'live');
  await expect(state(page)).toContainText(campaigns.phase.running);
  await expect(page.getByText(campaigns.untold['no-variation'], { exact: false }).first()).toBeVisible();
  await move(page, 'paused');
  await expect(state(page)).toContainText(campaigns.state.paused);
  await move(page, 'resume');
  await expect(state(page)).toContainText(campaigns.phase.running);

  const till = tillOf(page, words);
  await serve(page, phoneIn(app.dataFolder, 1));
  await expect(till.due).toHaveText('¥39.90');
  await page.keyboard.press('Alt+o');
  await expect(dialog(page)).toContainText(promotions.offerSkips['campaign-control']);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Alt+Delete');
  await expect(page.getByText(words.purchases.basket.emptyTitle)).toBeVisible();

  await serve(page, phoneIn(app.dataFolder, 0));
  await expect(till.due).toHaveText('¥35.91');
  await page.keyboard.press('F12');
  await expect(till.paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(till.done).toBeVisible();
  await expect(till.receipt).toContainText(`${OFFER}-¥3.99`);

  await goTo(page, words, 'campaigns');
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await expect(row).toContainText('¥3.99 / ¥500.00');
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: CAMPAIGN })).toBeVisible();
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.getByRole('menuitem', { name: campaigns.act.ended }).press('Enter');
  const end = dialog(page).getByRole('button', { name: campaigns.act.ended, exact: true });
  await expect(dialog(page)).toContainText(filled(campaigns.act.endedTitle, { name: CAMPAIGN }));
  await tabTo(page, end);
  await page.keyboard.press('Enter');
  await expect(state(page)).toContainText(campaigns.state.ended);
  await expect(page.getByRole('heading', { level: 2, name: campaigns.page.answer, exact: true })).toBeVisible();
  const groups = page.getByRole('table', { name: campaigns.page.groups });
  await expect(groups).toContainText('¥35.91');
  await expect(page.getByRole('table', { name: campaigns.page.figures })).toContainText(campaigns.page.row.sales);
  await expect(dialog(page)).toHaveCount(0);
  const download = page.waitForEvent('download', { timeout: 15_000 });
  await page.keyboard.press('Alt+x');
  expect((await download).suggestedFilename()).toMatch(new RegExp(`^${CAMPAIGN} .*\\.xlsx$`));

  await goTo(page, words, 'campaigns');
  await page.keyboard.press('Alt+r');
  await expect(dialog(page).getByRole('table')).toContainText(CAMPAIGN);
});

/** By text message, with the template of this name: the way there is told first, then that one has to be chosen. */
async function chooseSms(page: Page, template: string): Promise<void> {
  const channels = step(page, 'channels');
  await tabTo(page, channels.getByRole('checkbox', { name: campaigns.channel.sms }));
  await page.keyboard.press('Space');
  const choice = channels.getByRole('combobox', { name: campaigns.wizard.template.sms });
  await expect(choice).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(channels.getByText(campaigns.wizard.wrong.templates)).toBeVisible();
  await expect(choice).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await takeOption(page, template);
  await expect(channels.getByText('老客有礼')).toBeVisible();
  await tabTo(page, plan(page).getByRole('button', { name: campaigns.wizard.next }));
}

test.describe('the messages of a campaign', () => {
  let gateway: FakeGateway;
  test.beforeEach(async () => {
    gateway = await fakeGateway();
  });
  test.afterEach(() => gateway.close());

  test('go to those who were drawn for it and agreed, and its page says how far they are', async ({ page, app }) => {
    test.setTimeout(180_000);
    const template = '老客短信';
    await signIn(page, MANAGER);
    await useGateway(page, words, gateway.url);
    const settings = page.getByRole('form', { name: messages.channels.title });
    for (const at of ['quietFrom', 'quietUntil'] as const)
      await settings.getByLabel(messages.channels[at]).fill('00:00');
    await page.keyboard.press('Enter');
    await expect(settings.getByLabel(messages.channels.quietUntil)).toHaveValue('00:00');

    await goTo(page, words, 'messages');
    await tabTo(page, page.getByRole('link', { name: messages.places.templates }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(messages.template.empty, { exact: true })).toBeVisible();
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: messages.template.add });
    await expect(form.getByRole('textbox', { name: messages.template.name })).toBeFocused();
    await page.keyboard.type(template, BY_HAND);
    await tabTo(page, form.getByRole('textbox', { name: messages.template.text }));
    await page.keyboard.type('老客有礼，到店九折。', BY_HAND);
    await tabTo(page, form.getByRole('button', { name: words.actions.save }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('rowheader', { name: template })).toBeVisible();

    await writeOffer(page);
    await planCampaign(page, () => chooseSms(page, template));
    await expect(step(page, 'review')).toContainText(template);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: CAMPAIGN })).toBeVisible();
    await move(page, 'approve');
    await expect(state(page)).toContainText(campaigns.state.approved);
    await move(page, 'live');
    const sent = page.getByRole('table', { name: campaigns.messages.title });
    await expect(sent).toContainText(template);
    await expect(page.getByText(messages.reason['no-consent'], { exact: false })).toBeVisible();
    await expect(sent.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText('0');
    const treated = inStoreFile<{ phone: string }>(
      app.dataFolder,
      `SELECT phone FROM campaign_member JOIN member_identity USING (member_pk) JOIN member_summary USING (member_pk)
       WHERE is_control = 0 AND phone IS NOT NULL AND (consents >> 2) & 3 = 2`,
    );
    const written = gateway.taken.map(({ to }) => to);
    expect(written.length).toBeGreaterThan(0);
    expect(written.toSorted()).toEqual(treated.map(({ phone }) => phone).toSorted());
  });
});
