import { expect, test } from '../e2e/app-fixture.ts';
import { take } from './take.ts';

test('the first run', async ({ page }) => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await take(page, 'first-run');
});
