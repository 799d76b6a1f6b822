import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { BY_HAND, goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const NAME = '购后关怀';
const dialog = (page: Page) => page.getByRole('dialog');

/** Through the automations: the empty list, a form that lacks something, one that is paused, one that has met members. */
export async function automationScreens(page: Page, words: Words, at: At): Promise<void> {
  const { automations, nightly } = words;
  await goTo(page, words, 'automations');
  await expect(page.getByText(automations.empty, { exact: true })).toBeVisible();
  await at('automations-empty');
  await page.keyboard.press('F6');
  const field = (name: string) => dialog(page).getByRole('textbox', { name, exact: true });
  await expect(field(automations.form.name)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText(automations.wrong.nothing);
  await at('automation-refused');
  await page.keyboard.type(NAME, BY_HAND);
  await dialog(page).getByRole('combobox', { name: automations.form.kind }).click();
  await page.getByRole('option', { name: automations.kind['after-purchase'], exact: true }).click();
  await field(automations.form.points).fill('20');
  await field(automations.form.control).fill('50');
  await page.getByLabel(automations.form.from).fill('2020-01-01');
  await expect(dialog(page).getByRole('status').getByRole('listitem').first()).toBeVisible();
  await at('automation-form');
  await field(automations.form.name).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(
    page.getByRole('status', { name: automations.upcoming.title }).getByRole('listitem').first(),
  ).toBeVisible();
  await at('automation-paused');
  await page.keyboard.press('F12');
  await expect(page.getByRole('button', { name: automations.act.pause })).toBeVisible();
  await goTo(page, words, 'settings');
  const night = page.getByRole('region', { name: nightly.title, exact: true });
  await night.getByRole('button', { name: nightly.start }).click();
  await expect(night.getByRole('button', { name: nightly.start })).toBeEnabled();
  await goTo(page, words, 'automations');
  await expect(page.getByRole('table', { name: automations.title })).toContainText(NAME);
  await at('automations');
  await page.getByRole('button', { name: NAME }).click();
  await expect(page.getByRole('table', { name: automations.met.title }).getByRole('row').nth(1)).toBeVisible();
  await at('automation');
}
