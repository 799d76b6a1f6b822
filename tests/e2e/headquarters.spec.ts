import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { scan, tillOf } from './at-the-till.ts';
import { type HqProcess, launchHq } from './hq-process.ts';
import { filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';
import { inStoreFile } from './store-file.ts';

const words = wordsOf('zh-CN');
const { headquarters, refusals } = words;

let folder: string;
let hq: HqProcess;
test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'regulars-hq-'));
  hq = await launchHq(folder, ['西湖店']);
});
test.afterEach(async () => {
  await hq.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How many purchases headquarters holds. */
const purchasesAtHq = (): number | undefined =>
  inStoreFile<{ count: number }>(folder, "SELECT count(*) AS count FROM fact WHERE kind = 'purchase'", 'hq.db')[0]
    ?.count;

/** By the page's contents, as somebody goes there who knows what is wanted. */
async function goToSection(page: Page): Promise<void> {
  await goTo(page, words, 'settings');
  const contents = page.getByRole('navigation', { name: words.settings.contents });
  const entry = contents.getByRole('button', { name: headquarters.title, exact: true });
  await tabTo(page, contents.locator('[tabindex="0"]'));
  await expect(entry).toBeVisible();
  while (!(await entry.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: headquarters.title, exact: true })).toBeFocused();
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

test('a store is enrolled at a real headquarters, sells, and headquarters knows it; while that is away, what to do is said', async ({
  page,
  app,
  host,
}) => {
  const section = page.getByRole('region', { name: headquarters.title, exact: true });
  const syncNow = section.getByRole('button', { name: headquarters.syncNow });
  const [code = ''] = hq.codes;
  await signIn(page, MANAGER);
  await goToSection(page);

  await test.step('a slip in the code and a wrong address are said at their fields', async () => {
    await type(page, headquarters.address, '127.0.0.1:1');
    await type(page, headquarters.code, `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
    await page.keyboard.press('Enter');
    await expect(section.getByText(refusals['hq-code-mistyped'])).toBeVisible();
    await expect(section.getByRole('textbox', { name: headquarters.code, exact: true })).toBeFocused();
    await type(page, headquarters.code, code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(section.getByText(refusals['hq-unreachable'])).toBeVisible();
  });

  await test.step('with the right ones it is let in, and all that it did is told', async () => {
    await expect(section.getByRole('textbox', { name: headquarters.address, exact: true })).toBeFocused();
    await type(page, headquarters.address, hq.address);
    await page.keyboard.press('Enter');
    await expect(page.getByText(filled(headquarters.enrolled, { name: '西湖店' }))).toBeVisible();
    await expect(section.getByText(headquarters.inStep)).toBeVisible({ timeout: 60_000 });
    const [here] = inStoreFile<{ count: number }>(app.dataFolder, 'SELECT count(*) AS count FROM purchase');
    expect(purchasesAtHq()).toBe(here?.count);
  });

  await test.step('while headquarters is away the till sells, and what waits is counted', async () => {
    await hq.close();
    const [product] = inStoreFile<{ barcode: string }>(
      app.dataFolder,
      `SELECT barcode FROM product JOIN product_barcode USING (product_pk) WHERE status = 'active' AND unit = 'piece' LIMIT 1`,
    );
    const till = tillOf(page, words);
    await goTo(page, words, 'till');
    await expect(till.product).toBeFocused();
    await scan(page, product?.barcode ?? '');
    await expect(till.lines).toHaveCount(1);
    await page.keyboard.press('F12');
    await expect(till.paying.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(till.done).toBeVisible();
    await goToSection(page);
    await tabTo(page, syncNow);
    await page.keyboard.press('Enter');
    await expect(section.getByRole('alert')).toHaveText(refusals['hq-unreachable']);
    await expect(section.getByText(/^\d+ 条变更待上传$/)).toBeVisible();
    // The dot of the frame says the same.
    await expect(page.getByRole('banner').getByRole('button', { name: refusals['hq-unreachable'] })).toBeVisible();
    if (host === 'browser') {
      const part = `[aria-labelledby="${await section.getAttribute('aria-labelledby')}"]`;
      expect((await new AxeBuilder({ page }).include(part).analyze()).violations).toEqual([]);
    }
  });

  await test.step('once it is back the sale is there', async () => {
    const before = purchasesAtHq();
    hq = await launchHq(folder, [], hq.port);
    await tabTo(page, syncNow);
    await page.keyboard.press('Enter');
    await expect(section.getByText(headquarters.inStep)).toBeVisible();
    await expect(section.getByRole('alert')).toHaveCount(0);
    expect(purchasesAtHq()).toBe((before ?? 0) + 1);
  });
});
