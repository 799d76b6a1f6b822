import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUNDLES, type Bundle, stagingFolder } from './bundles.ts';
import { hashInputs } from './steps/hash-inputs.ts';
import { root } from './steps/run-program.ts';

const MARKS = path.join(root, 'dist/.built');

const folderOf = ({ name }: Bundle) => path.join(root, 'dist', name);
const markOf = ({ name }: Bundle) => path.join(MARKS, name);
const stands = (bundle: Bundle, hash: string) =>
  existsSync(folderOf(bundle)) && existsSync(markOf(bundle)) && readFileSync(markOf(bundle), 'utf8') === hash;

/** What is built is what people run, whoever asks for it: a test would otherwise get React's development build. */
async function buildForUse({ config }: Bundle): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    const { build } = await import('vite');
    await build(config);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Builds the bundles of these names (all, if none is given) whose sources have changed since they were last built. */
export async function buildApp(...names: string[]): Promise<void> {
  for (const bundle of BUNDLES) {
    if (names.length > 0 && !names.includes(bundle.name)) continue;
    const hash = hashInputs(root, bundle.inputs);
    if (stands(bundle, hash)) continue;
    const began = performance.now();
    rmSync(markOf(bundle), { force: true });
    await buildForUse(bundle);
    rmSync(folderOf(bundle), { recursive: true, force: true });
    renameSync(stagingFolder(bundle.name), folderOf(bundle));
    mkdirSync(MARKS, { recursive: true });
    writeFileSync(markOf(bundle), hash);
    console.log(`Built ${bundle.name}, ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  }
}

if (import.meta.main) await buildApp(...process.argv.slice(2));
