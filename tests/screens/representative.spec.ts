import { test } from '../e2e/app-fixture.ts';
import { everyScreen } from '../e2e/every-screen.ts';
import { wordsOf } from '../e2e/sample-store.ts';
import { take } from './take.ts';

/** What README shows, each in the language and theme that shows it best. */
const PICTURES = [
  { locale: 'zh-CN', colorScheme: 'light', screens: ['till', 'member', 'members'] },
  { locale: 'en', colorScheme: 'light', screens: ['first-run', 'till-receipt', 'products'] },
  { locale: 'en', colorScheme: 'dark', screens: ['till', 'member'] },
] as const;

for (const { locale, colorScheme, screens } of PICTURES)
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme, store: 'none' });

    test(screens.join(', '), async ({ page }) => {
      test.setTimeout(600_000);
      await everyScreen(page, wordsOf(locale), async (screen) => {
        const wanted: readonly string[] = screens;
        if (wanted.includes(screen)) await take(page, `${screen}.${locale}.${colorScheme}`);
      });
    });
  });
