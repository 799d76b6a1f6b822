import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APT = '/usr/bin/apt-get';
const works = (): boolean => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** Whether strace can be run here; as root on Debian it is installed first. Says so, loudly, where it cannot. */
export function findStrace(): boolean {
  if (works()) return true;
  if (process.getuid?.() === 0 && existsSync(APT)) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'strace']])
      spawnSync(APT, args, { env, timeout: 60_000 });
    if (works()) return true;
  }
  console.warn('SKIPPED: strace cannot be run here, so nobody has seen that each sale is synced to the disk.');
  return false;
}
