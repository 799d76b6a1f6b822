import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SAMPLE_CATALOGUE } from '../../shared/sample/catalogue.ts';
import { plainText, readPdf } from '../fixtures/pdf-text.ts';
import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { CLERK, goTo, signIn, wordsOf } from './sample-store.ts';

/** Enough for a receipt that is longer than a page of A4. */
const SHELF = SAMPLE_CATALOGUE.filter(({ unit }) => unit === 'piece')
  .map(({ sku }) => sku)
  .slice(0, 30);

const dialog = (page: Page) => page.getByRole('dialog');

/** Presses the key of the PDF and takes the file that comes. */
async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

for (const locale of ['zh-CN', 'en'] as const)
  test.describe(locale, () => {
    test.use({ locale });
    const words = wordsOf(locale);

    test('a receipt is saved as a PDF of the roll’s width, as long as it is, its text whole and selectable', async ({
      page,
    }) => {
      await signIn(page, CLERK);
      const till = tillOf(page, words);
      await ringUp(page, words, ...SHELF);
      await page.keyboard.press('F12');
      await expect(till.paying.getByRole('radio').first()).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(till.done).toBeVisible();
      const number = plainText(await till.receipt.innerText()).match(/DEMO-T1-\d{6}/)?.[0] ?? '';
      await page.keyboard.press('F8');
      await expect(page.getByRole('textbox', { name: words.returns.find.label })).toBeFocused();
      await enter(page, number);
      const lines = page.getByRole('form', { name: words.returns.lines.label });
      await expect(lines.getByRole('textbox').first()).toBeFocused();
      await page.keyboard.press('Control+p');
      await expect(dialog(page).getByRole('article')).toBeVisible();
      const shown = plainText(await dialog(page).getByRole('article').innerText());
      expect(shown).toContain(number);

      const { name, bytes } = await saved(page);
      expect(name).toBe(`${number}.pdf`);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const { pagesMm, text } = readPdf(bytes);
      // Chromium's tables from glyphs to characters double some of the Chinese ones.
      const inLatin = (each: string) => each.replaceAll(/\p{Script=Han}/gu, '');
      expect(inLatin(text)).toBe(inLatin(shown));
      expect(text.endsWith(plainText(words.purchases.receipt.thanks))).toBe(true);
      expect(pagesMm).toHaveLength(1);
      const [[widthMm, heightMm]] = pagesMm as [[number, number]];
      expect(widthMm).toBeCloseTo(80, 0);
      expect(heightMm).toBeGreaterThan(297);
      // The page is itself again.
      await expect(page.locator('[data-sheet]')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
    });

    test('a member’s card is saved at its size, with name and number', async ({ page }) => {
      await signIn(page, CLERK);
      await goTo(page, words, 'members');
      await page.getByRole('row', { name: '****' }).filter({ hasNotText: words.members.noName }).first().click();
      await expect(page.getByRole('tablist')).toBeVisible();
      await page.keyboard.press('Alt+c');
      await expect(dialog(page).locator('input').first()).toBeFocused();
      await page.keyboard.type('VIP-20260001', { delay: 80 });
      await page.keyboard.press('Enter');
      await expect(dialog(page)).toHaveCount(0);
      const member = await page.getByRole('heading', { level: 1 }).innerText();
      await page.keyboard.press('Alt+p');
      const card = dialog(page).getByRole('article');
      await expect(card).toContainText('VIP-20260001');
      await expect(card.locator('svg rect')).toHaveCount(1 + 3 * 15 + 1);

      const first = await saved(page);
      expect(first.name).toBe('VIP-20260001.pdf');
      expect(readPdf(first.bytes)).toMatchObject({
        pagesMm: [[expect.closeTo(86, 0), expect.closeTo(54, 0)]],
        text: expect.stringContaining(`${plainText(member)}VIP-20260001`),
      });
      await dialog(page).getByText(words.memberActs.card.sizes.label).click();
      expect(readPdf((await saved(page)).bytes).pagesMm).toEqual([[expect.closeTo(60, 0), expect.closeTo(40, 0)]]);
    });
  });
