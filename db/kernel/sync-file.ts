import fs from 'node:fs';
import path from 'node:path';

function syncPath(target: string, flags: string): void {
  const handle = fs.openSync(target, flags);
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/**
 * Gives a finished file its name so that it is there whole after a power loss, or not at all. Not for a database that
 * is open in this process: closing another handle of it takes its locks away.
 */
export function putInPlace(made: string, target: string): void {
  syncPath(made, 'r+');
  fs.renameSync(made, target);
  // Windows knows no sync of a folder; it writes names through.
  if (process.platform !== 'win32') syncPath(path.dirname(target), 'r');
}
