import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { CLERK, filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { standing, members, points } = words;
const form = (page: Page) => page.getByRole('form', { name: standing.title });
const chosen = (page: Page, name: string) => form(page).getByRole('radio', { name, exact: true });

/** Opens the page of the member who was here last. */
async function openMember(page: Page): Promise<string> {
  await goTo(page, words, 'members');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('****');
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** Opens the dialog, which begins at what is done most. */
async function changeAccount(page: Page, first: keyof typeof standing.change): Promise<void> {
  await page.keyboard.press('Alt+a');
  await expect(chosen(page, standing.change[first])).toBeFocused();
}

/** Enter sends the form; the page says what was done. */
async function save(page: Page, done: keyof typeof standing.done, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(filled(standing.done[done], { name }))).toBeVisible();
}

test('a manager suspends an account, takes it up again, closes it and reopens it, by keyboard alone', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  const name = await openMember(page);
  const figure = (label: string) => page.locator('dl').first().locator('div').filter({ hasText: label }).locator('dd');
  const available = figure(members.figures.available).first();
  const before = await available.innerText();
  expect(before).not.toMatch(/^0/);

  await test.step('suspends with a reason, and takes it back', async () => {
    await changeAccount(page, 'suspend');
    await save(page, 'suspend', name);
    const why = page.getByText(standing.is.suspended).locator('..');
    await expect(why).toContainText(standing.reason['lost-card']);
    await expect(why).toContainText(MANAGER.name);
    await expect(available).toHaveText(/^0/);
    await page.keyboard.press('F7');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await tabTo(page, page.getByRole('button', { name: standing.undo, exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(filled(standing.done.reinstate, { name }))).toBeVisible();
    await expect(page.getByText(standing.is.suspended)).toHaveCount(0);
    await expect(available).toHaveText(before);
  });

  await test.step('for another reason says which, and no number', async () => {
    await changeAccount(page, 'suspend');
    await tabTo(page, chosen(page, standing.reason['lost-card']));
    await page.keyboard.press('ArrowUp');
    await expect(chosen(page, standing.reason.other)).toBeChecked();
    await page.keyboard.press('Enter');
    const note = form(page).getByLabel(standing.note);
    await expect(note).toBeFocused();
    await expect(form(page).getByText(words.refusals['note-needed'])).toBeVisible();
    await page.keyboard.type('13812345678');
    await page.keyboard.press('Enter');
    await expect(form(page).getByText(words.refusals['note-personal'])).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('盗刷');
    await save(page, 'suspend', name);
    await expect(page.getByText(standing.is.suspended).locator('..')).toContainText('盗刷');
  });

  await test.step('the till says so, and sells without points', async () => {
    await page.keyboard.press('F4');
    await expect(page.getByText(new RegExp(`^账户${members.status.suspended}`))).toBeVisible();
    await page.goBack();
    await expect(page.getByText(standing.is.suspended)).toBeVisible();
  });

  await test.step('closes it, with the points forfeited', async () => {
    await changeAccount(page, 'reinstate');
    await page.keyboard.press('ArrowDown');
    await expect(chosen(page, standing.change.close)).toBeChecked();
    const settlement = form(page).getByRole('region', { name: standing.settle.title });
    await expect(settlement).toContainText(before.replace(/\D*$/, ''));
    await tabTo(page, chosen(page, standing.settle.pointsAre.keep));
    await page.keyboard.press('ArrowDown');
    await expect(chosen(page, standing.settle.pointsAre.forfeit)).toBeChecked();
    await save(page, 'close', name);
    await expect(page.getByText(standing.is.closed)).toBeVisible();
    await expect(page.getByText(members.consent.given)).toHaveCount(0);
  });

  await test.step('reopens it: the points stay forfeited, and every step is on the timeline', async () => {
    await changeAccount(page, 'reopen');
    await save(page, 'reopen', name);
    await expect(page.getByText(standing.is.closed)).toHaveCount(0);
    await expect(available).toHaveText(/^0/);
    await tabTo(page, page.getByRole('tab', { name: members.page.tabs.overview, exact: true }));
    for (const tab of ['purchases', 'points', 'coupons', 'timeline'] as const) {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name: members.page.tabs[tab], exact: true })).toHaveAttribute(
        'aria-selected',
        'true',
      );
    }
    const timeline = page.getByRole('tabpanel').getByRole('listitem');
    await expect(timeline.first()).toContainText(standing.changed.reopen);
    await expect(timeline.filter({ hasText: points.kind.forfeit })).toHaveCount(1);
    for (const change of ['suspend', 'reinstate', 'close'] as const)
      await expect(timeline.filter({ hasText: standing.changed[change] })).not.toHaveCount(0);
  });

  await test.step('a clerk sees how it stands and changes nothing', async () => {
    await page.keyboard.press('Alt+s');
    await signIn(page, CLERK);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('button', { name: standing.act.active, exact: true })).toHaveCount(0);
    await page.keyboard.press('Alt+a');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
