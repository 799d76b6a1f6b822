import type { Page } from '@playwright/test';
import { expect } from './app-fixture.ts';
import { goTo, type Words } from './sample-store.ts';

type At = (screen: string) => Promise<void>;

/** Through the members' value: the page, its charts as tables, and the weights, also where they contradict each other. */
export async function valueScreens(page: Page, words: Words, at: At): Promise<void> {
  const { value, chart } = words;
  await goTo(page, words, 'value');
  // Its keys are heard once it knows whether anything was reckoned.
  await expect(page.getByRole('button', { name: value.reckon })).toBeEnabled();
  await page.keyboard.press('F5');
  await expect(page.getByRole('region', { name: value.answer.title })).toBeVisible();
  await expect(page.getByRole('img', { name: value.key.chart, exact: true })).toBeVisible();
  await at('value');
  for (const [nth, figure] of (await page.getByRole('figure').all()).entries()) {
    await figure.getByRole('button', { name: chart.asTable }).press('Enter');
    await expect(page.getByRole('figure').nth(nth).getByRole('table')).toBeVisible();
  }
  await at('value-tables');
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog', { name: value.weights.title });
  await expect(dialog).toBeVisible();
  await at('value-weights');
  await dialog.getByRole('slider').first().press('Home');
  await dialog.getByRole('slider').nth(1).press('End');
  await at('value-weights-contradict');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}
