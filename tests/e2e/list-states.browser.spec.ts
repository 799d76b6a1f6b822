import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Route } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter } from './at-the-till.ts';
import { createStore, OWNER } from './new-store.ts';
import { CLERK, filled, MANAGER, signIn, type Words, wordsOf } from './sample-store.ts';

/** Every page that lists something, and the question that it asks for it. */
const LISTS = [
  { path: '/members', page: 'members', asks: 'members.list' },
  { path: '/products', page: 'products', asks: 'products.list' },
  { path: '/stock', page: 'stock', asks: 'stock.list' },
  { path: '/stock/to-order', page: 'stock', asks: 'stock.toOrder' },
  { path: '/stock/requests', page: 'stock', asks: 'requests.list' },
  { path: '/stock/documents', page: 'stock', asks: 'stock.documents' },
  { path: '/audit', page: 'audit', asks: 'audit.list' },
  { path: '/imports', page: 'imports', asks: 'imports.list' },
  { path: '/data-quality', page: 'quality', asks: 'quality.status' },
] as const;
type List = (typeof LISTS)[number];
const FOR_MANAGERS: readonly List[] = LISTS.filter(({ page }) => ['audit', 'imports', 'quality'].includes(page));

const main = (page: Page) => page.locator('#main');

async function lead(page: Page, words: Words, list: List): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#${list.path}`);
  await expect(main(page).getByRole('heading', { level: 1, name: words.frame.page[list.page] })).toBeVisible();
}

async function isAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  expect.soft(findings, what).toEqual([]);
}

for (const [locale, colorScheme] of [
  ['zh-CN', 'dark'],
  ['en', 'light'],
] as const)
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    const words = wordsOf(locale);

    test('a list that loads says so, one that fails says why and loads when tried again', async ({ page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await signIn(page, MANAGER);
      for (const list of LISTS) {
        const { path, asks } = list;
        const held: Route[] = [];
        const question = new RegExp(`/trpc/[^?]*\\b${asks.replace('.', '\\.')}\\b`);
        await page.route(question, (route) => void held.push(route));
        await lead(page, words, list);
        await expect(main(page).locator('[aria-busy="true"], [role="status"][aria-label]').first(), path).toBeVisible();
        await expect.poll(() => held.length, { message: path }).toBeGreaterThan(0);
        await isAccessible(page, `${path} loading`);

        for (const route of held) await route.abort();
        const failed = main(page).getByRole('alert').filter({ hasText: words.states.failed });
        await expect(failed.first(), path).toBeVisible();
        await isAccessible(page, `${path} failed`);
        await page.unroute(question);
        while (await failed.count()) {
          const before = await failed.count();
          await failed.first().getByRole('button', { name: words.actions.retry }).click();
          await expect(failed, path).toHaveCount(before - 1);
        }
      }
    });

    test('a clerk is told who may see what they may not', async ({ page }) => {
      await signIn(page, CLERK);
      for (const list of FOR_MANAGERS) {
        const { path } = list;
        await lead(page, words, list);
        await expect(main(page).getByText(words.states.notAllowed), path).toBeVisible();
        await isAccessible(page, `${path} not allowed`);
      }
    });

    test.describe('in a new store', () => {
      test.use({ store: 'none' });

      test('an empty list says what it is for, and what to do first', async ({ page }) => {
        test.setTimeout(120_000);
        await createStore(page, words);
        // Whoever is alone need not be chosen.
        await expect(page.getByLabel(filled(words.staff.signIn.pinFor, { name: OWNER.name }))).toBeFocused();
        await enter(page, OWNER.pin);
        await expect(main(page)).toBeVisible();
        for (const list of LISTS) {
          const { path } = list;
          await lead(page, words, list);
          await expect(main(page).locator('[aria-busy="true"]'), path).toHaveCount(0);
          await expect(
            main(page)
              .getByRole('row')
              .nth(path === '/audit' ? 99 : 1),
            path,
          ).toHaveCount(0);
          await isAccessible(page, `${path} empty`);
        }
      });
    });
  });
