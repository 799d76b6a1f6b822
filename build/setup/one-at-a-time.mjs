import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the lock; where a process that still runs has it, returns false. @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
    if (holder > 0 && isAlive(holder)) return false;
    rmSync(lock, { force: true });
    return take(lock);
  }
}

/** @param {number} ms */
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/**
 * Does `act` while no other process does one with the same lock file: two commands that are started together would
 * delete each other's packages.
 * @template T @param {string} lock @param {() => T} act @returns {T}
 */
export function oneAtATime(lock, act) {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) sleep(300);
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}
