import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../steps/run-program.ts';

/** Stands in Electron's program before its fuses: version 1, eight of them. See @electron/fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_AS_DELIVERED = '10110001';

/**
 * A folder that the packer takes for Electron's runtime on Linux where the real one cannot be fetched: its program does
 * nothing, but it has the fuses of the real one, so that what is packed and how it is locked can be looked at.
 */
export function makeStubRuntime(folder: string): void {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'locales'));
  writeFileSync(path.join(folder, 'version'), version);
  const fuses = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, FUSES_AS_DELIVERED.length]),
    Buffer.from(FUSES_AS_DELIVERED),
  ]);
  const program = path.join(folder, 'electron');
  const words =
    '#!/bin/sh\necho "This is not Electron: the runtime could not be fetched when this was packed."\nexit 1\n#';
  writeFileSync(program, Buffer.concat([Buffer.from(words), fuses, Buffer.from('\n')]));
  chmodSync(program, 0o755);
}
