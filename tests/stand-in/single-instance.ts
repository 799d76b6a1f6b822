import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

interface Second {
  readonly argv: string[];
  readonly cwd: string;
}

/** Where the holder of the lock is told of a second instance. */
const doorOf = (lock: string, pid: number) =>
  process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(path.dirname(lock))}-${pid}` : `${lock}.${pid}`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The process that holds the lock file, if it still runs. */
function holderOf(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid !== process.pid && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock of this folder, then calls `onSecond` for whoever comes later. Where another process holds it, tells
 * that one and returns null once it has been told (`told` settles then).
 */
export function takeInstanceLock(
  folder: string,
  onSecond: (second: Second) => void,
): { readonly mine: true } | { readonly mine: false; readonly told: Promise<void> } {
  const lock = path.join(folder, 'stand-in.lock');
  const holder = holderOf(lock);
  if (holder !== null) {
    const second: Second = { argv: process.argv, cwd: process.cwd() };
    const told = new Promise<void>((resolve) => {
      const line = net.connect(doorOf(lock, holder), () => line.end(JSON.stringify(second)));
      line.on('close', () => resolve()).on('error', () => resolve());
    });
    return { mine: false, told };
  }
  writeFileSync(lock, String(process.pid));
  const door = doorOf(lock, process.pid);
  process.on('exit', () => {
    for (const file of [lock, door]) rmSync(file, { force: true });
  });
  net
    .createServer((line) => {
      let text = '';
      line
        .setEncoding('utf8')
        .on('data', (part: string) => {
          text += part;
        })
        .on('end', () => onSecond(JSON.parse(text) as Second));
    })
    .listen(door)
    .unref();
  return { mine: true };
}
