import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packApp } from '../../build/packing/pack-app.ts';
import { makeStubRuntime } from '../../build/packing/stub-runtime.ts';
import { fusesOf, unpackApp } from '../../build/packing/unpack-app.ts';
import { launchElectronApp } from '../stand-in/launch.ts';

const work = mkdtempSync(path.join(os.tmpdir(), 'regulars-packing-'));
const app = path.join(work, 'app');
let packed = '';

beforeAll(async () => {
  const runtime = path.join(work, 'runtime');
  makeStubRuntime(runtime);
  [packed = ''] = await packApp({ runtime, into: path.join(work, 'packed'), folderOnly: true });
  await unpackApp(packed, app);
}, 240_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

describe.runIf(process.platform === 'linux')('the packed app', () => {
  it('holds the bundles, the native packages and nothing else', () => {
    const rooms = new Set(filesIn(app).map((file) => file.split('/').slice(0, 2).join('/')));
    expect([...rooms].toSorted()).toEqual([
      'dist/backup-thread',
      'dist/export-worker',
      'dist/main',
      'dist/preload',
      'dist/renderer',
      'dist/staging-worker',
      'node_modules/@node-rs',
      'node_modules/better-sqlite3',
      'package.json',
    ]);
  });

  it('holds no sources, no maps, no tests and no Node of its own', () => {
    expect(
      filesIn(app).filter((file) => /\.(ts|tsx|map|c|cc|cpp|h)$|\/tests?\/|\/node$|node-linux/.test(file)),
    ).toEqual([]);
  });

  it('is built for use: React as it is developed with speaks of its tools', () => {
    const scripts = filesIn(app).filter((file) => file.startsWith('dist/') && file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((file) => readFileSync(path.join(app, file), 'utf8').includes('React DevTools'))).toEqual([]);
  });

  it('holds the native parts of this system alone, outside the archive', () => {
    const native = filesIn(path.join(packed, 'resources/app.asar.unpacked')).filter((file) => file.endsWith('.node'));
    expect(native).toHaveLength(2);
    for (const file of native) expect(file).toContain(`${process.platform}-${process.arch}`);
  });

  it('asks nothing of npm when it runs: its package.json names neither scripts nor development packages', () => {
    const asked = JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(asked.devDependencies).toBeUndefined();
    expect(existsSync(path.join(app, String(asked.main)))).toBe(true);
  });

  it('has its fuses set: no plain Node, no options from outside, no inspector, its own archive only', () => {
    expect(fusesOf(path.join(packed, 'regulars'))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('starts from what is in the package, and greets whoever runs it first', async () => {
    const switches = [`--user-data-dir=${path.join(work, 'data')}`, '--lang=en'];
    const running = await launchElectronApp({ folder: app, switches, env: {} });
    const page = await running.firstWindow();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/Regulars/);
    await running.close();
  });
});
