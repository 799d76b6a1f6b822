import { expect, test } from './app-fixture.ts';

test.use({ store: 'none' });

test('the first screen appears, without a complaint in the console', async ({ app, page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => 'regulars' in window)).toBe(app.host === 'electron');
});

test('speaks Chinese on a Chinese machine, in its time zone', async ({ page }) => {
  expect(await page.evaluate(() => navigator.language)).toBe('zh-CN');
  expect(await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Asia/Shanghai');
});

test('starts again on the same data', async ({ app }) => {
  const page = await app.restart();
  await expect(page.getByRole('heading').first()).toBeVisible();
});
