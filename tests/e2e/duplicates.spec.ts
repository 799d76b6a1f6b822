import { expect, test } from './app-fixture.ts';
import { CLERK, signIn, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

test('a clerk is told who may look for duplicates', async ({ page }) => {
  await signIn(page, CLERK);
  await page.evaluate(() => {
    location.hash = '#/data-quality';
  });
  await expect(page.getByText(words.states.notAllowed)).toBeVisible();
});
