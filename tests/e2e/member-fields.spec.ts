import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { enter, tillOf } from './at-the-till.ts';
import { BY_HAND, filled, goTo, MANAGER, signIn, tabTo, takeOption, wordsOf } from './sample-store.ts';

/** Chooses in the select that has the focus, by the arrows. */
async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await expect(select).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await takeOption(page, option);
  await expect(select).toHaveValue(option);
}

const words = wordsOf('zh-CN');
const { memberFields } = words;
const SHOE = '鞋码';
const BRAND = '喜欢的品牌';

test('a store defines its own fields, asks them at enrolment and keeps what is retired, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, MANAGER);
  const section = page.getByRole('region', { name: memberFields.title, exact: true });
  const till = tillOf(page, words);
  const inDialog = page.getByRole('dialog');
  const kind = inDialog.getByRole('combobox', { name: memberFields.kind });
  const button = (label: string, name: string) =>
    section.getByRole('button', { name: filled(label, { name }), exact: true });

  await test.step('a whole number that is required, and one of a list', async () => {
    await goTo(page, words, 'settings');
    await expect(section).toContainText(memberFields.none);
    await tabTo(page, section.getByRole('button', { name: memberFields.add }));
    await page.keyboard.press('Enter');
    await expect(inDialog.getByLabel(memberFields.name)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(inDialog.getByText(words.form.required)).toBeVisible();
    await page.keyboard.type(SHOE, BY_HAND);
    await page.keyboard.press('Tab');
    await choose(page, kind, memberFields.kinds.whole);
    await tabTo(page, inDialog.getByRole('checkbox'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(inDialog).toHaveCount(0);
    await expect(section.getByRole('row', { name: SHOE })).toContainText(memberFields.isRequired);

    await tabTo(page, section.getByRole('button', { name: memberFields.add }));
    await page.keyboard.press('Enter');
    await expect(inDialog.getByLabel(memberFields.name)).toBeFocused();
    await page.keyboard.type(BRAND, BY_HAND);
    await page.keyboard.press('Tab');
    await choose(page, kind, memberFields.kinds.choice);
    for (const [at, option] of ['回力', '飞跃'].entries()) {
      await page.keyboard.press('Tab');
      await expect(inDialog.getByLabel(filled(memberFields.option, { number: String(at + 1) }))).toBeFocused();
      await page.keyboard.type(option, BY_HAND);
    }
    await page.keyboard.press('Enter');
    await expect(inDialog).toHaveCount(0);
    await expect(section.getByRole('row', { name: BRAND })).toContainText('回力 · 飞跃');
  });

  await test.step('the order is changed, and the key that was pressed is still under the finger', async () => {
    const up = button(memberFields.up, BRAND);
    await tabTo(page, up);
    await page.keyboard.press('Enter');
    await expect(section.getByRole('row').nth(1)).toContainText(BRAND);
    await expect(up).toBeFocused();
    const down = button(memberFields.down, BRAND);
    await tabTo(page, down);
    await page.keyboard.press('Enter');
    await expect(section.getByRole('row').nth(1)).toContainText(SHOE);
    await expect(down).toBeFocused();
  });

  await test.step('nobody is enrolled without the required one', async () => {
    await goTo(page, words, 'till');
    await expect(till.product).toBeFocused();
    await page.keyboard.press('F6');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
    const shoe = till.enrolling.getByRole('textbox', { name: SHOE });
    await expect(shoe).toBeVisible();
    await enter(page, '13900006633');
    await expect(shoe).toBeFocused();
    await enter(page, '四十二');
    await expect(till.enrolling.getByText(memberFields.bad.whole)).toBeVisible();
    await page.keyboard.press('Control+a');
    await enter(page, '42');
    await expect(till.enrolling).toHaveCount(0);
  });

  await test.step('the page shows them, the form changes them, with WeChat and how the member was won', async () => {
    await goTo(page, words, 'members');
    await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('6633', BY_HAND);
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tablist')).toBeVisible();
    await expect(page.locator('dt', { hasText: SHOE }).locator('xpath=following-sibling::dd[1]')).toHaveText('42');
    await page.keyboard.press('F2');
    await expect(inDialog.getByLabel(words.members.name)).toBeFocused();
    await tabTo(page, inDialog.getByLabel(words.members.overview.wechatId));
    await page.keyboard.type('xiaoming', BY_HAND);
    const source = inDialog.getByRole('combobox', { name: words.members.overview.source });
    await tabTo(page, source);
    await choose(page, source, words.members.source.wechat);
    const brand = inDialog.getByRole('combobox', { name: BRAND });
    await tabTo(page, brand);
    await choose(page, brand, '飞跃');
    await tabTo(page, inDialog.getByLabel(words.members.overview.note));
    await page.keyboard.press('Enter');
    await expect(inDialog).toHaveCount(0);
    const file = page.locator('dl').filter({ hasText: SHOE });
    await expect(file).toContainText('飞跃');
    await expect(file).toContainText('xiaoming');
    await expect(file).toContainText(words.members.source.wechat);
  });

  await test.step('the list shows one as a column, and is filtered by it in a sentence', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await page.keyboard.press('Alt+c');
    const item = page.getByRole('menuitemcheckbox', { name: SHOE, exact: true });
    await expect(item).toBeVisible();
    await expect(page.locator('[role^="menuitem"]:focus')).toHaveCount(1);
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 6 && !(await item.evaluate((one) => one === document.activeElement)); step += 1)
      await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(item).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader', { name: SHOE })).toBeVisible();
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('42');
    await page.keyboard.press('Alt+f');
    const form = page.getByRole('form', { name: words.filters.title });
    await choose(page, form.getByRole('combobox', { name: words.filters.field }), SHOE);
    await tabTo(page, form.getByLabel(words.filters.value, { exact: true }));
    await enter(page, '43');
    await expect(form).toHaveCount(0);
    const sentence = filled(words.filters.sentence['at-least'], { field: SHOE, value: '43' });
    const chip = page.getByRole('button', { name: sentence, exact: true });
    await expect(chip).toBeVisible();
    await expect(page.getByText(words.table.nothingFits)).toBeVisible();
    await tabTo(page, chip);
    await page.keyboard.press('Enter');
    const changing = page.getByRole('form', { name: words.filters.changeTitle });
    await expect(changing.getByRole('combobox', { name: words.filters.field })).toBeFocused();
    await tabTo(page, changing.getByLabel(words.filters.value, { exact: true }));
    await page.keyboard.press('Control+a');
    await enter(page, '42');
    await expect(changing).toHaveCount(0);
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  });

  await test.step('what is retired is asked no more but stays on file, and comes back', async () => {
    await goTo(page, words, 'settings');
    await tabTo(page, button(memberFields.retireFor, SHOE));
    await page.keyboard.press('Enter');
    await expect(section.getByRole('row', { name: SHOE })).toContainText(memberFields.retired);
    await goTo(page, words, 'till');
    await expect(till.product).toBeFocused();
    await page.keyboard.press('F6');
    await expect(till.enrolling.getByLabel(words.enrol.phone)).toBeFocused();
    await expect(till.enrolling.getByRole('textbox', { name: SHOE })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(till.enrolling).toHaveCount(0);
    await goTo(page, words, 'settings');
    await tabTo(page, button(memberFields.restoreFor, SHOE));
    await page.keyboard.press('Enter');
    await expect(section.getByRole('row', { name: SHOE })).not.toContainText(memberFields.retired);
  });
});
