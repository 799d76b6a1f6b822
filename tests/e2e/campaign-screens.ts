import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { BY_HAND, goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');

/** Through the campaigns: the empty list, every step of a plan, its refusal, its page in each state, the comparison. */
export async function campaignScreens(page: Page, words: Words, at: At): Promise<void> {
  const { campaigns, promotions } = words;
  const offer = '会员立减';
  await goTo(page, words, 'promotions');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: promotions.form.name, exact: true })).toBeFocused();
  await page.keyboard.type(offer, BY_HAND);
  await page.getByRole('textbox', { name: promotions.offerFields.percent, exact: true }).fill('5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: offer })).toBeVisible();

  await goTo(page, words, 'campaigns');
  await expect(page.getByText(campaigns.empty, { exact: true })).toBeVisible();
  await at('campaigns-empty');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: campaigns.wizard.name })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(campaigns.wizard.wrong.name)).toBeVisible();
  await at('campaign-refused');
  await page.keyboard.type('老客回访', BY_HAND);
  const go = (step: keyof typeof campaigns.wizard.step) =>
    page.getByRole('navigation', { name: campaigns.wizard.steps }).getByRole('button', {
      name: campaigns.wizard.step[step],
    });
  await go('audience').click();
  await expect(page.getByRole('region', { name: campaigns.wizard.step.audience }).getByRole('status')).toContainText(
    /\d/,
  );
  await at('campaign-audience');
  await go('offer').click();
  await page.getByRole('checkbox', { name: offer }).check();
  await at('campaign-offer');
  await go('budget').click();
  await page.getByRole('textbox', { name: campaigns.wizard.budget }).fill('500');
  await at('campaign-budget');
  await go('channels').click();
  await expect(page.getByRole('checkbox', { name: campaigns.channel.till })).toBeChecked();
  await at('campaign-channels');
  await page.getByRole('checkbox', { name: campaigns.channel.email }).check();
  await expect(page.getByText(campaigns.wizard.noTemplate.email)).toBeVisible();
  await at('campaign-channels-no-template');
  await page.getByRole('checkbox', { name: campaigns.channel.email }).uncheck();
  await go('control').click();
  await expect(page.getByRole('status', { name: campaigns.wizard.power })).toBeVisible();
  await at('campaign-control');
  await go('review').click();
  await expect(page.getByText(campaigns.wizard.review.ready)).toBeVisible();
  await at('campaign-review');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '老客回访' })).toBeVisible();
  await at('campaign-draft');
  for (const act of ['approve', 'live'] as const) {
    await expect(page.getByRole('button', { name: campaigns.act[act] })).toBeVisible();
    await page.keyboard.press('F12');
    await expect(dialog(page).getByRole('button', { name: campaigns.act[act] })).toBeFocused();
    if (act === 'live') await at('campaign-go-live');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
  }
  await expect(page.getByRole('table', { name: campaigns.page.figures })).toBeVisible();
  await at('campaign-live');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('老客回访');
  await at('campaigns');
  await page.keyboard.press('Alt+r');
  await expect(dialog(page).getByRole('table')).toBeVisible();
  await at('campaigns-compared');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}
