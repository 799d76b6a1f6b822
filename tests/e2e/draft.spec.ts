import { expect, test } from './app-fixture.ts';
import { ringUp, tillOf } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { CLERK, signIn, wordsOf } from './sample-store.ts';
import { keptLines } from './store-file.ts';

const words = wordsOf('zh-CN');

test('the basket comes back after a reload and a restart, can be emptied, and is gone once it was sold', async ({
  page,
  app,
}) => {
  const till = await openTill(page, words);
  const restored = (of = till) => of.restored;

  await test.step('a reload', async () => {
    await ringUp(page, words, 'GR-001', '3*DR-006');
    await expect.poll(() => keptLines(app.dataFolder)).toBe(2);
    await page.reload();
    if (await page.getByRole('button', { name: CLERK.name }).isVisible()) await signIn(page, CLERK);
    await expect(restored()).toBeVisible();
    await expect(till.lines).toHaveCount(2);
    await expect(till.due).toHaveText('¥81.90');
    await expect(till.product).toBeFocused();
  });

  await test.step('what is rung up next ends the notice; emptying is undone', async () => {
    await ringUp(page, words, 'PT-006');
    await expect(restored()).toHaveCount(0);
    await page.keyboard.press('Alt+Delete');
    await expect(till.lines).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(till.lines).toHaveCount(3);
    await expect.poll(() => keptLines(app.dataFolder)).toBe(3);
  });

  const again = await app.restart();
  const reopened = tillOf(again, words);
  await test.step('a restart, and the sale', async () => {
    await signIn(again, CLERK);
    await expect(restored(reopened)).toBeVisible();
    await expect(reopened.lines).toHaveCount(3);
    await again.keyboard.press('F12');
    await expect(reopened.paying.getByRole('radio').first()).toBeFocused();
    await again.keyboard.press('Enter');
    await expect(reopened.done).toBeVisible();
    expect(keptLines(app.dataFolder)).toBeNull();
  });

  await test.step('a second restart finds nothing', async () => {
    const last = await app.restart();
    await signIn(last, CLERK);
    await expect(tillOf(last, words).product).toBeFocused();
    await expect(tillOf(last, words).lines).toHaveCount(0);
  });
});
