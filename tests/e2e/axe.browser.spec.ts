import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app-fixture.ts';
import { everyScreen } from './every-screen.ts';
import { wordsOf } from './sample-store.ts';

/** Both languages and both themes in every run; the two other pairs where there is time (`npm run test:long`). */
const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
  ...(process.env.REGULARS_EVERY_LOOK
    ? ([
        { locale: 'zh-CN', colorScheme: 'dark' },
        { locale: 'en', colorScheme: 'light' },
      ] as const)
    : []),
] as const;

// Both hosts show the same pages, so they are looked at in one.
for (const { locale, colorScheme } of LOOKS)
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme, store: 'none' });

    test('axe finds nothing on any screen, tab or dialog', async ({ page }) => {
      test.setTimeout(1_200_000);
      await everyScreen(page, wordsOf(locale), async (screen) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const findings = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
        );
        expect.soft(findings, screen).toEqual([]);
      });
    });
  });
