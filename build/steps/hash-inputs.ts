import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Tests and type settings never end up in a bundle. */
const IGNORED = /\.test\.tsx?$|(^|\/)tsconfig\.json$/;

function filesUnder(root: string, input: string): string[] {
  if (statSync(path.join(root, input)).isFile()) return [input];
  return readdirSync(path.join(root, input), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/** A digest of the names and contents of `inputs` (files or folders, relative to `root`), tests left out. */
export function hashInputs(root: string, inputs: readonly string[]): string {
  const files = inputs.flatMap((input) => filesUnder(root, input)).filter((file) => !IGNORED.test(file));
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
