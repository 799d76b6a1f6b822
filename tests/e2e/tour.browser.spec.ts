import { expect, test } from './app-fixture.ts';
import { enter, ringUp, tillOf } from './at-the-till.ts';
import { CLERK, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

for (const locale of ['zh-CN', 'en'])
  test.describe(locale, () => {
    test.use({ locale });

    test('a clerk takes the tour by doing what it says, and is offered it no more', async ({
      page,
      locale: spoken,
    }) => {
      const words = wordsOf(spoken);
      const { step: steps } = words.tour;
      const till = tillOf(page, words);
      const card = page.getByRole('complementary', { name: words.tour.title });
      const at = (step: keyof typeof steps) => expect(card.getByRole('heading')).toHaveText(steps[step].title);

      await signIn(page, CLERK);
      await tabTo(page, page.getByRole('button', { name: words.tour.start }));
      await page.keyboard.press('Enter');

      await at('product');
      await page.keyboard.press('F2');
      await ringUp(page, words, 'SE-001');
      await at('quantity');
      await page.keyboard.press('Alt+n');
      await at('member');
      await page.keyboard.press('F4');
      await expect(till.member).toBeFocused();
      await page.keyboard.type('wang', { delay: 80 });
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await at('pay');
      await page.keyboard.press('F12');
      await expect(till.paying.getByRole('radio').first()).toBeFocused();
      await page.keyboard.press('Enter');
      await at('next');
      await page.keyboard.press('Enter');
      await at('hold');
      await page.keyboard.press('Alt+b');
      await at('next');
      await page.keyboard.press('Alt+n');
      await page.keyboard.press('Alt+n');
      await at('returns');
      await page.keyboard.press('F8');
      await at('help');
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: words.help.topic.returns.title })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+n');
      await expect(card).toHaveCount(0);

      await page.reload();
      await expect(page.getByRole('button', { name: CLERK.name })).toBeVisible();
      await expect(page.getByRole('button', { name: words.tour.decline })).toHaveCount(0);
    });
  });

test('a manager is led through the back office', async ({ page, locale: spoken }) => {
  const words = wordsOf(spoken);
  const card = page.getByRole('complementary', { name: words.tour.title });
  await signIn(page, MANAGER);
  await page.keyboard.press('Control+k');
  await enter(page, words.tour.start);
  await expect(card.getByRole('heading')).toHaveText(words.tour.step.members.title);
  for (const step of ['onemember', 'products', 'staff', 'audit', 'help'] as const) {
    await page.keyboard.press('Alt+n');
    await expect(card.getByRole('heading')).toHaveText(words.tour.step[step].title);
  }
  await expect(page.getByRole('heading', { level: 1, name: words.audit.title })).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(card).toHaveCount(0);
});
