// The door of every npm script. Plain Node 20, no dependencies: it brings the packages and the right Node,
// then hands over to build/<command>.ts on that Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chooseNode } from './setup/choose-node.mjs';
import { installPackages } from './setup/install-packages.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** What follows `npm run`, and the program that does it. */
const PROGRAMS = {
  start: 'build/start.ts',
  test: 'build/test.ts',
  'test:long': 'build/test-long.ts',
  check: 'build/check.ts',
  e2e: 'build/e2e.ts',
  bench: 'build/bench.ts',
  screens: 'build/screens.ts',
  pack: 'build/pack.ts',
  'import:retail': 'build/import-retail.ts',
  sample: 'build/sample.ts',
  hq: 'build/hq.ts',
  sync: 'build/sync.ts',
  sim: 'tests/sim/run.ts',
  'campaigns:uplift': 'build/campaigns-uplift.ts',
};

/** @param {string} line @returns {never} */
function refuse(line) {
  console.error(line);
  process.exit(1);
}

/** Runs to the end on `node` and passes on its exit code. Ctrl+C reaches the child by itself: wait for it to tidy up.
 * @param {string} node @param {string[]} args */
function handOver(node, args) {
  // Not by node_modules/.bin: npm 10 leaves `node` out of it, and children would then run on the system's Node.
  const PATH = [path.dirname(node), process.env.PATH].join(path.delimiter);
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } });
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => refuse(`${node} did not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

const [command = '', ...args] = process.argv.slice(2);
const program = Object.entries(PROGRAMS).find(([name]) => name === command)?.[1];
if (!program) refuse(`Say what to do: ${Object.keys(PROGRAMS).join(', ')}.`);
if (!existsSync(path.join(root, program))) refuse(`${program} is not written yet.`);

if (!installPackages(root)) refuse('The packages could not be installed: see the lines above.');
const node = chooseNode({ root, platform: process.platform, cpu: process.arch, own: process });
if (!node)
  refuse(`Regulars needs Node 22 or newer on ${process.platform} ${process.arch}; this is ${process.version}.`);
handOver(node, [program, ...args]);
