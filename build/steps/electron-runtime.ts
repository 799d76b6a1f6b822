import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runProgram } from './run-program.ts';

const PACKAGE = path.join(root, 'node_modules/electron');
const SOURCE = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com';

/** The Electron program that its package holds, or null before it was fetched. */
function standing(): string | null {
  const name = path.join(PACKAGE, 'path.txt');
  const program = existsSync(name) ? path.join(PACKAGE, 'dist', readFileSync(name, 'utf8')) : null;
  return program && existsSync(program) ? program : null;
}

/** Electron's own script would retry for a long time where there is no internet: ask quickly first. */
async function reachable(): Promise<boolean> {
  try {
    await fetch(SOURCE, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return true;
  } catch {
    return false;
  }
}

/** The Electron program, fetched by Electron's own script the first time; null where it cannot be had. */
export async function electronRuntime(): Promise<string | null> {
  if (standing() || !(await reachable())) return standing();
  console.log('Fetching the Electron runtime (about 110 MB, once).');
  const install = [path.join(PACKAGE, 'install.js')];
  const { code, output } = await runProgram(process.execPath, install, { quiet: true, timeoutMs: 5 * 60_000 });
  if (code !== 0) console.error(output.trim().split('\n')[0]);
  return standing();
}
