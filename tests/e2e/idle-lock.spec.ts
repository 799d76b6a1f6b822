import { expect, test } from './app-fixture.ts';
import { ringUp } from './at-the-till.ts';
import { openTill } from './open-till.ts';
import { CLERK, goTo, MANAGER, signIn, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');

test('a member’s page sells to them; an idle screen locks, shows nobody, and keeps the basket', async ({ page }) => {
  await page.clock.install();
  const till = await openTill(page, words);
  const member = page.getByRole('button', { name: words.purchases.member.remove });
  const locked = page.getByRole('heading', { name: words.staff.signIn.lockedTitle });

  await test.step('sells to the member whose page is open', async () => {
    await goTo(page, words, 'members');
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('****');
    await page.keyboard.press('/');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tablist')).toBeVisible();
    await page.keyboard.press('F4');
    await expect(member).toBeVisible();
    await ringUp(page, words, 'GR-001');
    await expect(till.lines).toHaveCount(1);
  });

  await test.step('locks after five minutes without a key', async () => {
    await page.clock.fastForward('04:30');
    await page.keyboard.press('F2');
    await page.clock.fastForward('04:30');
    await expect(till.lines).toHaveCount(1);
    await page.clock.fastForward('00:31');
    await expect(locked).toBeVisible();
    await expect(page.locator('#root')).not.toContainText('****');
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.keyboard.press('F12');
    await expect(till.paying).toHaveCount(0);
  });

  await test.step('a colleague goes on with the basket', async () => {
    await expect(page.getByText(words.staff.signIn.pinFor.replace('{{name}}', CLERK.name))).toBeVisible();
    await page.keyboard.press('Escape');
    await signIn(page, MANAGER);
    await expect(page.getByRole('banner')).toContainText(MANAGER.name);
    await expect(till.lines).toHaveCount(1);
    await expect(member).toBeVisible();
    await expect(till.product).toBeFocused();
  });
});
