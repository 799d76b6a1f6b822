import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../build/steps/run-program.ts';
import { openAppHost, STORE_FILE } from '../../electron/api/open-app-host.ts';
import { prepareSample } from '../../electron/features/sample/create-sample.ts';

const TEMPLATE = path.join(root, '.out', 'sample.db');

/** Makes the sample store once for all specs, as *try it with sample data* does. */
export async function makeSampleStore(): Promise<void> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'regulars-sample-'));
  const host = openAppHost({ kind: 'browser', version: '0.0.0', dataFolder });
  const made = host.makeStore(await prepareSample(host.clock(), host.ids));
  host.close();
  if (!made.ok) throw new Error(`the sample store was not made: ${made.reason}`);
  mkdirSync(path.dirname(TEMPLATE), { recursive: true });
  rmSync(TEMPLATE, { force: true });
  copyFileSync(path.join(dataFolder, STORE_FILE), TEMPLATE);
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Lays the sample store into a data folder, as if it had been made there and the program closed. */
export const layDownSampleStore = (dataFolder: string): void =>
  copyFileSync(TEMPLATE, path.join(dataFolder, STORE_FILE));
