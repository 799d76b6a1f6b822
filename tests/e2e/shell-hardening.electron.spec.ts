import { root } from '../../build/steps/run-program.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { launchElectronApp } from '../stand-in/launch.ts';
import { expect, type RunningApp, test } from './app-fixture.ts';

const electronOf = (app: RunningApp) => {
  if (!app.electron) throw new Error('this spec is about the Electron host');
  return app.electron;
};

test.use({ store: 'none' });

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('heading').first()).toBeVisible();
});

test('a page sees the bridge and nothing of Node or Electron', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    require: typeof (window as { require?: unknown }).require,
    process: typeof (window as { process?: unknown }).process,
    ipcRenderer: typeof (window as { ipcRenderer?: unknown }).ipcRenderer,
    bridge: Object.keys((window as { regulars?: object }).regulars ?? {}),
    frozen: Object.isFrozen((window as { regulars?: object }).regulars),
  }));
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    ipcRenderer: 'undefined',
    bridge: ['request', 'subscribe', 'unsubscribe', 'onEvent', 'pdf'],
    frozen: true,
  });
});

test('windows are sandboxed and isolated', async ({ app }) => {
  const preferences = await electronOf(app).evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Electron has it, its type declarations do not.
    return (contents as { getLastWebPreferences?(): object } | undefined)?.getLastWebPreferences?.();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('the content security policy stops foreign requests, inline scripts and eval', async ({ page }) => {
  const tried = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineScriptRan = true';
    document.head.append(script);
    const fetched = await fetch('https://elsewhere.example/').then(
      () => 'fetched',
      () => 'refused',
    );
    // From a timer: what the debugger evaluates itself is exempt from the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it cannot be used is what is tested.
          window.eval('1');
          resolve('evaluated');
        } catch {
          resolve('refused');
        }
      });
    });
    return { inline: 'inlineScriptRan' in window, fetched, evaluated };
  });
  expect(tried).toEqual({ inline: false, fetched: 'refused', evaluated: 'refused' });
});

test('nothing but the built renderer is served', async ({ page }) => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/index.html', '/../main/main.js', '/%2e%2e/main/main.js', '/..%2fmain%2fmain.js', '/nowhere.js'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('a page cannot be led elsewhere', async ({ app, page }) => {
  await page.evaluate(() => {
    location.href = 'https://elsewhere.example/phish';
  });
  await page.waitForTimeout(300);
  await expect(page.getByRole('heading').first()).toBeVisible();
  const address = await electronOf(app).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(address).toMatch(/^app:\/\/regulars\/index\.html/);
});

test('new windows are denied, and only the allowed addresses open in the browser outside', async ({ app, page }) => {
  const electron = electronOf(app);
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  await page.evaluate(() => {
    window.open('https://elsewhere.example/');
    window.open('file:///etc/passwd');
    window.open('https://regulars.invalid/help/start');
    const link = document.createElement('a');
    link.href = 'https://regulars.invalid/help/points';
    link.target = '_blank';
    link.textContent = 'help';
    document.body.append(link);
    link.click();
  });
  const opened = () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual(['https://regulars.invalid/help/start', 'https://regulars.invalid/help/points']);
  expect(electron.windows()).toHaveLength(1);
});

test('permissions are denied, except to write to the clipboard', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      notifications: Notification.permission,
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      clipboardRead: await state('clipboard-read'),
      clipboardWrite: await state('clipboard-write'),
    };
  });
  expect(states).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    camera: 'denied',
    clipboardRead: 'denied',
    clipboardWrite: 'granted',
  });
});

test('a message from any other page or frame is refused', async ({ app }) => {
  const answers = await electronOf(app).evaluate(async ({ ipcMain }) => {
    const { _invokeHandlers, handlerOf } = ipcMain as unknown as {
      _invokeHandlers?: Map<string, (...args: unknown[]) => unknown>;
      handlerOf?: (channel: string) => (...args: unknown[]) => unknown;
    };
    const handler = _invokeHandlers?.get('api:request') ?? handlerOf?.call(ipcMain, 'api:request');
    const message = { id: 1, type: 'query', path: 'app.status' };
    const sender = { id: 9999, isDestroyed: () => false, send() {}, on() {}, once() {} };
    const ask = async (senderFrame: object | null) => {
      try {
        await handler?.({ sender, senderFrame }, message);
        return 'answered';
      } catch (error) {
        return (error as Error).message;
      }
    };
    return Promise.all(
      [
        { url: 'https://elsewhere.example/', parent: null },
        { url: 'app://regulars.example/', parent: null },
        { url: 'app://regulars/index.html', parent: {} },
        null,
      ].map(ask),
    );
  });
  expect(answers).toEqual(Array.from({ length: 4 }, () => 'untrusted sender'));
});

test('a message of the wrong shape is refused, and the window goes on', async ({ page }) => {
  const [wrong, right] = await page.evaluate(async () => {
    const { request } = (window as unknown as { regulars: Bridge }).regulars;
    const wrongAnswer = await request({ id: 'x' } as never).then(
      () => 'answered',
      () => 'refused',
    );
    return [wrongAnswer, await request({ id: 1, type: 'query', path: 'app.status', input: undefined })] as const;
  });
  expect(wrong).toBe('refused');
  expect(right).toHaveProperty('result.data.host', 'electron');
});

test('a second start on the same data shows the first window and ends', async ({ app, dataFolder }) => {
  const electron = electronOf(app);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = launchElectronApp({ folder: root, switches: [`--user-data-dir=${dataFolder}`], env: {} });
  await expect(second).rejects.toThrow();
  const minimized = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(minimized).toBe(false);
  expect(electron.windows()).toHaveLength(1);
});
