import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { BY_HAND, goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');

/** Through the audiences: the empty list, a form that lacks something, a segment with alternatives, the list of them. */
export async function audienceScreens(page: Page, words: Words, at: At): Promise<void> {
  const { audiences, filters } = words;
  const form = page.getByRole('form', { name: audiences.form.label });
  const name = form.getByRole('textbox', { name: audiences.form.name, exact: true });
  const side = page.getByRole('region', { name: audiences.now, exact: true });
  const sayOfEmail = async () => {
    await expect(dialog(page).getByRole('combobox').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: filters.members.hasEmail, exact: true }).click();
    await page.getByRole('button', { name: filters.apply, exact: true }).click();
    await expect(dialog(page)).toHaveCount(0);
  };
  await goTo(page, words, 'audiences');
  await expect(page.getByText(audiences.empty, { exact: true })).toBeVisible();
  await at('audiences-empty');
  await page.keyboard.press('F6');
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('有邮箱', BY_HAND);
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert')).toBeVisible();
  await at('audience-refused');
  await page.keyboard.press('Alt+f');
  await sayOfEmail();
  await form.getByRole('button', { name: audiences.form.addGroup, exact: true }).click();
  await form.getByRole('button', { name: filters.title, exact: true }).last().click();
  await sayOfEmail();
  await expect(side.getByRole('status')).toHaveAttribute('aria-busy', 'false');
  await at('audience');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '有邮箱' })).toBeVisible();
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('menu')).toBeVisible();
  await at('audience-acts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('有邮箱');
  await page.keyboard.press('F6');
  await expect(name).toBeFocused();
  await page.keyboard.type('名单', BY_HAND);
  await form.getByText(audiences.form.kinds.list).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '名单' })).toBeVisible();
  await expect(page.getByText(audiences.nobody)).toBeVisible();
  await at('audience-list');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3);
  await at('audiences');
}
