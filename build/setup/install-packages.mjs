import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';

/** Inside node_modules, so that whoever deletes the packages deletes the mark too; `npm ci` does that first. */
const MARK = 'node_modules/.installed';
const LOCK = '.out/installing';

/**
 * Changes exactly when other packages are wanted: the lock file, and what package.json asks for (not its scripts).
 * @param {string} packageJson @param {string} lock
 */
export function packagesKey(packageJson, lock) {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(packageJson);
  const wanted = JSON.stringify([dependencies, devDependencies, optionalDependencies]);
  return createHash('sha256').update(wanted).update('\0').update(lock).digest('hex');
}

/** @param {string} file */
function readOr(file, otherwise = '') {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

/** The npm that runs this script, else the one on PATH. @param {string[]} args @param {string} cwd */
function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd, stdio: ['ignore', 'ignore', 'inherit'] };
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Installs what the lock file says, unless that is what stands there. Returns whether the packages are there.
 * @param {string} root
 */
export function installPackages(root) {
  const key = packagesKey(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  );
  const mark = path.join(root, MARK);
  if (readOr(mark) === key) return true;
  return oneAtATime(path.join(root, LOCK), () => {
    if (readOr(mark) === key) return true;
    console.log('Installing packages (about a minute; only when the lock file has changed).');
    // No package needs its install script, and one of them would call for a compiler.
    const { status } = npm(
      ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-update-notifier'],
      root,
    );
    if (status === 0) writeFileSync(mark, key);
    return status === 0;
  });
}
