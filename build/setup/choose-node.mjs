import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** better-sqlite3 crashes below this. */
const OLDEST_MAJOR = 22;

/** @param {string} file */
const runs = (file) => spawnSync(file, ['--version']).status === 0;

/**
 * The Node that everything runs on: the project's own (a package for this system and processor), else the Node that
 * asks, if it is new enough, else null.
 * @param {object} machine
 * @param {string} machine.root
 * @param {string} machine.platform as process.platform
 * @param {string} machine.cpu as process.arch
 * @param {{ execPath: string, version: string }} machine.own the Node that asks
 * @param {(file: string) => boolean} [works] whether that file is a Node that runs here
 * @returns {string | null}
 */
export function chooseNode({ root, platform, cpu, own }, works = runs) {
  const [system, file] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
  const ours = path.join(root, 'node_modules', `node-${system}-${cpu}`, 'bin', file);
  if (works(ours)) return ours;
  const major = Number(/^v(\d+)\./.exec(own.version)?.[1]);
  return major >= OLDEST_MAJOR ? own.execPath : null;
}
