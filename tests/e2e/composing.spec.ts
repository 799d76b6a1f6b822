import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { tillOf } from './at-the-till.ts';
import { CLERK, signIn, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

/** Types letters into an input method, and presses Enter there: it takes the letters as they stand. */
async function compose(page: Page, letters: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end++)
    await devtools.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await devtools.detach();
}

/** Picks the word that the letters stand for. */
async function pick(page: Page, word: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.insertText', { text: word });
  await devtools.detach();
}

test('an Enter inside the input method adds no product, finds nobody and enrols nobody', async ({ page }) => {
  await signIn(page, CLERK);
  const till = tillOf(page, words);

  await expect(till.product).toBeFocused();
  await compose(page, 'dami');
  await expect(till.lines).toHaveCount(0);
  await pick(page, '东北大米');
  await expect(till.product).toHaveValue('东北大米');
  await expect(till.lines).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(till.lines).toHaveCount(1);

  await page.keyboard.press('F4');
  await expect(till.member).toBeFocused();
  await compose(page, 'wangxiaoming');
  await pick(page, '王晓明');
  await expect(till.member).toHaveValue('王晓明');
  await expect(page.getByRole('button', { name: words.purchases.member.remove })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F6');
  const name = till.enrolling.getByLabel(words.enrol.name);
  await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
  await page.keyboard.press('Tab');
  await compose(page, 'lixiang');
  await pick(page, '李想');
  await expect(name).toHaveValue('李想');
  await expect(till.enrolling).toBeVisible();
});
