import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { BY_HAND, CLERK, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { quality } = words;
const rows = (page: Page) => page.getByRole('grid').getByRole('row');
const group = (page: Page) => rows(page).filter({ hasText: '赵测试' });

/** Enrols somebody from the list of members, also where one is on file who is like them, and comes back to it. */
async function enrol(page: Page, name: string, phone: string, isLike = false): Promise<void> {
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: words.enrol.title });
  await expect(form.getByLabel(words.enrol.phone)).toBeFocused();
  await page.keyboard.type(phone, BY_HAND);
  await page.keyboard.press('Tab');
  await page.keyboard.type(name, BY_HAND);
  await page.keyboard.press('Enter');
  if (isLike) {
    await tabTo(page, page.getByRole('button', { name: words.enrol.anyway }));
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeVisible();
}

async function openGroup(page: Page): Promise<void> {
  await expect(group(page)).toBeVisible();
  await tabTo(page, page.getByRole('grid'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: quality.merge.title })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
}

test('two records of one person are found, merged and parted again, by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, MANAGER);
  await goTo(page, words, 'members');
  await enrol(page, '赵测试', '13912345678');
  await enrol(page, '赵测试', '13912345687', true);

  await goTo(page, words, 'quality');
  await expect(page.getByText(quality.never)).toBeVisible();
  await page.keyboard.press('F5');
  await expect(group(page)).toContainText(quality.reason['phone-slip']);

  // The second phone is the right one.
  await openGroup(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('b');
  const phones = page.getByRole('row', { name: words.members.phone });
  await expect(phones.getByRole('button', { name: '139****5687' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  const merged = page.getByText(quality.merge.done.replace('{{name}}', '赵测试'));
  await expect(merged).toBeVisible();
  await expect(group(page)).toHaveCount(0);

  // Undone from the notice, the group is there again.
  await tabTo(page, page.getByRole('button', { name: quality.merge.undo, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(quality.merge.undone)).toBeVisible();
  if (await page.getByRole('heading', { name: quality.merge.title }).isVisible()) await page.keyboard.press('Escape');
  await expect(group(page)).toHaveCount(1);

  await openGroup(page);
  await page.keyboard.press('Enter');
  await expect(merged).toBeVisible();
  await expect(group(page)).toHaveCount(0);

  // Either phone finds the one member, who says what was merged and parts again.
  await goTo(page, words, 'members');
  await page.keyboard.press('/');
  await page.keyboard.type('5687', BY_HAND);
  await expect(rows(page).filter({ hasText: '赵测试' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: quality.member.undo }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: quality.member.undo })).toHaveCount(0);

  // Not the same: never asked again.
  await goTo(page, words, 'quality');
  await openGroup(page);
  await page.keyboard.press('n');
  await expect(page.getByText(quality.merge.notSameDone)).toBeVisible();
  await expect(group(page)).toHaveCount(0);
  if (await page.getByRole('heading', { name: quality.merge.title }).isVisible()) await page.keyboard.press('Escape');
  await page.keyboard.press('F5');
  await expect(page.getByRole('button', { name: quality.scanAgain })).toBeEnabled();
  await expect(group(page)).toHaveCount(0);
});

test('a clerk is told who may look for duplicates', async ({ page }) => {
  await signIn(page, CLERK);
  await page.evaluate(() => {
    location.hash = '#/data-quality';
  });
  await expect(page.getByText(words.states.notAllowed)).toBeVisible();
});
