import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, tillOf } from './at-the-till.ts';
import { BY_HAND, filled, goTo, MANAGER, signIn, tabTo, takeOption, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { automations, nightly } = words;
const NAME = '新客欢迎礼';
const dialog = (page: Page) => page.getByRole('dialog');
const head = (page: Page) => page.getByRole('heading', { level: 1 }).locator('..');

/** Types over what stands in a field. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text, BY_HAND);
}

/** Twenty points for whoever is enrolled, with nobody kept out. */
async function writeWelcome(page: Page): Promise<void> {
  await goTo(page, words, 'automations');
  await expect(page.getByText(automations.empty, { exact: true })).toBeVisible();
  await page.keyboard.press('F6');
  const field = (name: string) => dialog(page).getByRole('textbox', { name, exact: true });
  await expect(field(automations.form.name)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText(words.form.required);
  await expect(dialog(page)).toContainText(automations.wrong.nothing);
  await page.keyboard.type(NAME, BY_HAND);
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('combobox', { name: automations.form.kind })).toBeFocused();
  await page.keyboard.press('Enter');
  await takeOption(page, automations.kind.welcome);
  await tabTo(page, field(automations.form.points));
  await retype(page, '20');
  await tabTo(page, field(automations.form.control));
  await retype(page, '0');
  await expect(dialog(page).getByRole('status')).toContainText(/\d 人/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
}

async function enrol(page: Page, phone: string): Promise<void> {
  const till = tillOf(page, words);
  await goTo(page, words, 'till');
  await expect(till.product).toBeFocused();
  await page.keyboard.press('F6');
  await expect(till.enrolling.locator('input:focus')).toHaveCount(1);
  await enter(page, phone);
  await expect(till.enrolling).toHaveCount(0);
}

test('a manager writes an automation, starts it, and the night meets a new member once; by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, MANAGER);
  await writeWelcome(page);
  await expect(head(page)).toContainText(automations.state.paused);
  await expect(page.getByText(automations.page.notYet)).toBeVisible();

  // Started, paused by mistake, and running again.
  await page.keyboard.press('F12');
  await expect(head(page)).toContainText(automations.state.live);
  await page.keyboard.press('F12');
  await expect(head(page)).toContainText(automations.state.paused);
  const undo = page
    .locator('.mantine-Notification-root')
    .filter({ hasText: filled(automations.act.done.paused, { name: NAME }) })
    .getByRole('button', { name: words.actions.undo });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(head(page)).toContainText(automations.state.live);

  await enrol(page, '13900007799');
  await goTo(page, words, 'settings');
  const night = page.getByRole('region', { name: nightly.title, exact: true });
  await tabTo(page, night.getByRole('button', { name: nightly.start }));
  await page.keyboard.press('Enter');
  await expect(night).toContainText(filled(nightly.count.met_other, { count: '1' }));

  await goTo(page, words, 'automations');
  const row = page.getByRole('table', { name: automations.title }).getByRole('row').nth(1);
  await expect(row).toContainText(NAME);
  await expect(row).toContainText(automations.state.live);
  await tabTo(page, row.getByRole('button', { name: NAME }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText(filled(automations.page.waiting_other, { count: '1' }))).toBeVisible();
  const met = page.getByRole('table', { name: automations.met.title });
  await expect(met.getByRole('row')).toHaveCount(2);
  await expect(met).toContainText('20');

  // What it gives can be changed; what it answers stays, since it has met somebody.
  await page.keyboard.press('F2');
  await expect(dialog(page).getByRole('textbox', { name: automations.form.name })).toBeFocused();
  await expect(dialog(page).getByRole('combobox', { name: automations.form.kind })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  // The member's page tells of it.
  await tabTo(page, met.getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: words.members.page.tabs.overview })).toBeVisible();
  await tabTo(page, page.getByRole('tab', { name: words.members.page.tabs.overview }));
  const timeline = page.getByRole('tab', { name: words.members.page.tabs.timeline });
  while ((await timeline.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('listitem').filter({ hasText: `${NAME}：` })).toContainText('20');

  // Removed, and back as it was.
  await goTo(page, words, 'automations');
  await tabTo(page, row.getByRole('button', { name: NAME }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: automations.act.remove }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(automations.empty, { exact: true })).toBeVisible();
  const back = page
    .locator('.mantine-Notification-root')
    .filter({ hasText: filled(automations.act.done.removed, { name: NAME }) })
    .getByRole('button', { name: words.actions.undo });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(row).toContainText(automations.state.live);

  // A friend, whom the new member brought along.
  await goTo(page, words, 'till');
  const till = tillOf(page, words);
  await expect(till.product).toBeFocused();
  await page.keyboard.press('F6');
  await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
  await page.keyboard.type('13900007788', BY_HAND);
  const referrer = till.enrolling.getByRole('textbox', { name: words.enrol.referrer });
  await tabTo(page, referrer);
  await enter(page, 'ZZZZ-ZZZZ');
  await expect(till.enrolling.getByText(words.refusals['referrer-unknown'])).toBeVisible();
  await expect(referrer).toBeFocused();
  await retype(page, '13900007799');
  await expect(till.enrolling.getByText('139****7799')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(till.enrolling).toHaveCount(0);
  await goTo(page, words, 'members');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('****');
  await page.keyboard.press('/');
  await page.keyboard.type('13900007788', BY_HAND);
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: words.members.noName, exact: true })).toBeVisible();
  await expect(page.getByText(words.members.overview.referralCode, { exact: true })).toBeVisible();
});
