import path from 'node:path';
import { parseArgs } from 'node:util';
import { driveApp } from './e2e.ts';
import { packApp } from './packing/pack-app.ts';
import { makeStubRuntime } from './packing/stub-runtime.ts';
import { unpackApp } from './packing/unpack-app.ts';
import { electronRuntime } from './steps/electron-runtime.ts';
import { root } from './steps/run-program.ts';
import { sayTallies } from './steps/tally.ts';

const USAGE = 'npm run pack [-- --prove [spec]]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { prove: { type: 'boolean', default: false } },
});
if (positionals.length > 0 && !values.prove) {
  console.error(USAGE);
  process.exit(2);
}

/** Packs with a runtime that does nothing, and drives what is in the package through the specs of the Electron host. */
async function prove(specs: readonly string[]): Promise<void> {
  const work = path.join(root, '.out/packing');
  const runtime = path.join(work, 'stub-runtime');
  makeStubRuntime(runtime);
  const [packed = ''] = await packApp({ runtime, into: path.join(work, 'packed'), folderOnly: true });
  const app = path.join(work, 'app');
  await unpackApp(packed, app);
  process.env.REGULARS_APP = app;
  if (!sayTallies([await driveApp(specs, ['electron'])])) process.exitCode = 1;
}

async function makeInstallers(): Promise<void> {
  const program = await electronRuntime();
  if (!program) {
    console.error('The Electron runtime could not be fetched; without it there is nothing to install. Try --prove.');
    process.exit(1);
  }
  const runtime = path.join(root, 'node_modules/electron/dist');
  for (const file of await packApp({ runtime, into: path.join(root, 'release'), folderOnly: false })) console.log(file);
}

await (values.prove ? prove(positionals) : makeInstallers());
