import { createServer, type Server } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { ringUp, scan, tillOf } from './at-the-till.ts';
import { BY_HAND, CLERK, filled, goTo, MANAGER, signIn, tabTo, wordsOf } from './sample-store.ts';

const words = wordsOf('zh-CN');
const { posApi, scanner, tills } = words;
const dialog = (page: Page) => page.getByRole('dialog');
const press = async (page: Page, text: string) => {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text, BY_HAND);
  await page.keyboard.press('Enter');
};
const pressOn = async (page: Page, name: string) => {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
};
const said = (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible();

/** A program that holds a port of this machine. */
async function aListener(): Promise<{ readonly server: Server; readonly port: number; close(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  return { server, port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function openShift(page: Page): Promise<void> {
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Alt+j');
  await expect(dialog(page).getByLabel(words.shifts.open.float)).toBeFocused();
  await press(page, '100');
  await expect(dialog(page)).toHaveCount(0);
}

async function closeShift(page: Page): Promise<void> {
  const { close } = words.shifts;
  await page.keyboard.press('Alt+j');
  await expect(dialog(page).getByLabel(close.counted)).toBeFocused();
  await press(page, '100');
  const asking = page.getByRole('dialog', { name: close.confirmTitle });
  await tabTo(page, asking.getByRole('button', { name: close.submit }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

async function managerInSettings(page: Page): Promise<void> {
  await signIn(page, MANAGER);
  await goTo(page, words, 'settings');
}

test('the POS API is switched on where a port is free; a key lets software in, and once revoked no more', async ({
  page,
}) => {
  await managerInSettings(page);
  const other = await aListener();
  const section = page.getByRole('region', { name: posApi.title, exact: true });
  const form = page.getByRole('form', { name: posApi.title, exact: true });
  const address = `http://127.0.0.1:${other.port}/api/v1`;

  await test.step('a port that another program holds is said, and tried again once it is free', async () => {
    await tabTo(page, form.getByRole('switch', { name: posApi.enabled }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await press(page, '80');
    await expect(form.getByText(posApi.portBad)).toBeVisible();
    await press(page, String(other.port));
    await expect(section.getByRole('alert')).toHaveText(filled(posApi.portBusy, { port: String(other.port) }));
    await other.close();
    await tabTo(page, form.getByRole('switch', { name: posApi.openLines }));
    await page.keyboard.press('Space');
    await tabTo(page, form.getByRole('button', { name: posApi.save }));
    await page.keyboard.press('Enter');
    await expect(section.getByText(posApi.listening)).toBeVisible();
    await expect(form.getByRole('switch', { name: posApi.openLines })).toBeChecked();
    await expect(section.getByText(address, { exact: true })).toBeVisible();
    expect((await fetch(`${address}/openapi.json`)).status).toBe(200);
  });

  const ask = (key: string) => fetch(`${address}/members?q=a`, { headers: { authorization: `Bearer ${key}` } });
  let key = '';
  await test.step('a new key is shown once, and not left behind uncopied by mistake', async () => {
    expect((await ask('regulars_nobody')).status).toBe(401);
    await said(page, posApi.keys.none);
    await pressOn(page, posApi.keys.add);
    await expect(dialog(page).getByLabel(posApi.keys.name)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByText(words.form.required)).toBeVisible();
    await press(page, '前台收银机');
    const shown = page.getByRole('dialog', { name: filled(posApi.keys.shownTitle, { name: '前台收银机' }) });
    await expect(shown.getByText(posApi.keys.shownBody)).toBeVisible();
    key = await shown.getByText(/^regulars_[\w-]{43}$/).innerText();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: posApi.keys.leaveTitle })).toBeVisible();
    await pressOn(page, posApi.keys.stay);
    await expect(page.getByRole('dialog', { name: posApi.keys.leaveTitle })).toHaveCount(0);
    await pressOn(page, posApi.keys.copy);
    await expect(shown.getByRole('button', { name: words.actions.copied })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText(key)).toHaveCount(0);
  });

  const row = page.getByRole('row', { name: /前台收银机/ });
  await test.step('it lets software in, and is refused once it is revoked', async () => {
    await expect(row).toContainText(key.slice(-4));
    await expect(row).toContainText(MANAGER.name);
    await expect(row).toContainText(posApi.keys.never);
    const answer = await ask(key);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty('matches');

    await pressOn(page, filled(posApi.keys.revokeFor, { name: '前台收银机' }));
    const asked = page.getByRole('dialog', { name: filled(posApi.keys.revokeTitle, { name: '前台收银机' }) });
    await expect(asked).toContainText(key.slice(-4));
    await tabTo(page, asked.getByRole('button', { name: posApi.keys.revoke }));
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await expect(row).toContainText(posApi.keys.revoked);
    await expect(row).not.toContainText(posApi.keys.never);
    const refused = await ask(key);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ reason: 'api-key-wrong' });
  });

  await test.step('and switched off it is silent; none of it is for clerks', async () => {
    await tabTo(page, form.getByRole('switch', { name: posApi.enabled }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(section.getByText(posApi.off)).toBeVisible();
    await expect(ask(key)).rejects.toThrow();
    await goTo(page, words, 'till');
    await page.keyboard.press('Alt+s');
    await signIn(page, CLERK);
    await expect(dialog(page)).toHaveCount(0);
    await goTo(page, words, 'settings');
    await expect(page.getByRole('heading', { name: words.settings.program })).toBeVisible();
    await expect(section).toHaveCount(0);
  });
});

test('a scanner is tried, its terms are taken over, and are in force at the till at once', async ({ page }) => {
  /** 不锈钢茶漏. */
  const BARCODE = '2000011000059';
  await managerInSettings(page);
  const form = page.getByRole('form', { name: scanner.title });

  await test.step('the trial says what was heard and how fast, and suggests', async () => {
    await tabTo(page, form.getByLabel(scanner.trial, { exact: true }));
    await page.keyboard.type('6901', BY_HAND);
    await expect(form.getByText(scanner.byHand)).toBeVisible();
    await scan(page, `~${BARCODE}`, { ending: 'Tab', gapMs: 40 });
    await expect(form.getByLabel(scanner.trial, { exact: true })).toHaveValue(`~${BARCODE}`);
    await expect(form.getByText(filled(scanner.verdicts.slow, { slowest: '40' }))).toBeVisible();
    await pressOn(page, scanner.take);
    await expect(form.getByLabel(scanner.gap)).toHaveValue('60');
    await expect(form.getByText(filled(scanner.verdicts.scan, { code: `~${BARCODE}` }))).toBeVisible();
  });
  await test.step('a prefix is set, and what cannot be one is refused', async () => {
    await form.getByLabel(scanner.prefix).focus();
    await press(page, '扫');
    await expect(form.getByText(scanner.affixBad)).toBeVisible();
    await press(page, '~');
    await said(page, scanner.saved);
    await expect(form.getByText(scanner.affixBad)).toHaveCount(0);
  });

  await goTo(page, words, 'till');
  const till = tillOf(page, words);
  const quantity = till.lines.first().locator('td').nth(1).getByRole('textbox');
  await test.step('the scan with prefix and Tab counts, is typed nowhere, and moves no focus', async () => {
    await expect(till.product).toBeFocused();
    await scan(page, `~${BARCODE}`, { ending: 'Tab', gapMs: 40 });
    await expect(quantity).toHaveValue('1');
    await expect(till.product).toHaveValue('');
    await expect(till.product).toBeFocused();
    await page.keyboard.press('F4');
    await expect(till.member).toBeFocused();
    await page.keyboard.type('138', BY_HAND);
    await scan(page, `~${BARCODE}`, { ending: 'Tab', gapMs: 40 });
    await expect(quantity).toHaveValue('2');
    await expect(till.member).toHaveValue('138');
    await expect(till.member).toBeFocused();
    await page.keyboard.press('Escape');
  });
  await test.step('without the prefix fast keys are typing', async () => {
    await page.keyboard.press('F2');
    await expect(till.product).toBeFocused();
    await scan(page, BARCODE);
    await expect(quantity).toHaveValue('3');
    await expect(till.lines).toHaveCount(1);
  });
});

test('tills are added and renamed, and this computer becomes another one, which counts its own receipts', async ({
  app,
}) => {
  let { page } = app;
  await managerInSettings(page);
  const row = (code: string) => page.getByRole('row', { name: new RegExp(`^${code}`) });
  await expect(row('T1').getByText(tills.here, { exact: true })).toBeVisible();

  await pressOn(page, tills.add);
  await expect(dialog(page).getByLabel(tills.code)).toBeFocused();
  await expect(dialog(page).getByLabel(tills.code)).toHaveValue('T2');
  await press(page, 'T1');
  await expect(dialog(page).getByText(filled(words.refusals['till-code-in-use'], { code: 'T1' }))).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('t2', BY_HAND);
  await page.keyboard.press('Tab');
  await press(page, '二楼');
  await expect(dialog(page)).toHaveCount(0);
  await expect(row('T2')).toContainText('二楼');
  await expect(row('T2')).toContainText(tills.never);

  await pressOn(page, filled(tills.renameFor, { code: 'T2' }));
  await expect(dialog(page).getByRole('textbox', { name: tills.name })).toBeFocused();
  await press(page, '二楼西');
  await expect(row('T2')).toContainText('二楼西');

  const choose = async () => {
    await pressOn(page, filled(tills.chooseFor, { code: 'T2' }));
    const asked = page.getByRole('dialog', { name: filled(tills.chooseTitle, { code: 'T2' }) });
    await tabTo(page, asked.getByRole('button', { name: tills.choose }));
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
  };
  // A shift is open at T1, and its drawer is counted there.
  await openShift(page);
  await choose();
  await said(page, filled(words.refusals['shift-still-open'], { till: 'T1' }));
  await closeShift(page);
  await choose();
  await expect(row('T2').getByText(tills.here, { exact: true })).toBeVisible();
  await expect(row('T1').getByText(tills.here, { exact: true })).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('T2');

  await goTo(page, words, 'till');
  await ringUp(page, words, 'GR-001');
  await page.keyboard.press('F12');
  await expect(tillOf(page, words).paying.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tillOf(page, words).done).toBeVisible();
  await expect(tillOf(page, words).receipt).toContainText(/-T2-000001/);

  page = await app.restart();
  await signIn(page, MANAGER);
  await expect(page.getByRole('banner')).toContainText('T2');
});

test('a test page goes to the receipt printer, and what is in its way is said', async ({ page }) => {
  const printed: Buffer[] = [];
  const printer = await aListener();
  printer.server.on('connection', (socket) =>
    socket.on('data', (chunk) => printed.push(chunk)).on('end', () => socket.end()),
  );
  await managerInSettings(page);
  const { printer: text } = words.receipts;
  const form = page.getByRole('form', { name: text.title });
  await expect(form.getByRole('button', { name: text.test })).toHaveCount(0);
  await tabTo(page, form.getByLabel(text.host));
  await page.keyboard.type('127.0.0.1', BY_HAND);
  await page.keyboard.press('Tab');
  await press(page, String(printer.port));
  await said(page, text.saved);
  await pressOn(page, text.test);
  await said(page, text.tested);
  // 龙井 in GB 18030.
  expect(Buffer.concat(printed).includes(Buffer.from([0xc1, 0xfa, 0xbe, 0xae]))).toBe(true);

  await printer.close();
  await pressOn(page, text.test);
  await expect(form.getByRole('alert')).toHaveText(
    filled(words.refusals['printer-refuses'], { printer: '127.0.0.1', port: String(printer.port) }),
  );
});
