import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../steps/run-program.ts';

/** Electron's mark before the fuses in its program; then one byte for the version, one for how many there are. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** In the order of the wire; see @electron/fuses. */
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** How the fuses of a packed program stand. */
export function fusesOf(program: string): Record<string, boolean> {
  const bytes = readFileSync(program);
  const wire = bytes.indexOf(SENTINEL) + SENTINEL.length + 2;
  return Object.fromEntries(FUSES.map((name, at) => [name, bytes[wire + at] === '1'.charCodeAt(0)]));
}

/** Lays the archive of a packed app out as a folder, native parts included: Node cannot read inside it. */
export async function unpackApp(packed: string, into: string): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  const archive = path.join(packed, 'resources/app.asar');
  const { code, output } = await runTool('@electron/asar', 'asar', ['extract', archive, into], { quiet: true });
  if (code !== 0) throw new Error(output);
  cpSync(`${archive}.unpacked`, into, { recursive: true });
}
