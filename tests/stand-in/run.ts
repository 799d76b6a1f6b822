/** `node run.ts <app folder> [switches]`: runs that app's built main module with the stand-in for `electron`. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context),
});

interface AppPackage {
  readonly productName: string;
  readonly version: string;
  readonly main: string;
}

/** A function of the test, as source text, to be called with the electron module. */
interface Question {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}

const folder = path.resolve(process.argv[2] ?? '.');
const { productName, version, main } = JSON.parse(
  readFileSync(path.join(folder, 'package.json'), 'utf8'),
) as AppPackage;
// As in Electron: the program, the app's folder, the rest.
process.argv.splice(1, 2, folder);

const electron = await import('./electron.ts');
Object.assign(electron.app, { name: productName, version });

process.on('message', async ({ id, source, argument }: Question) => {
  try {
    const ask = vm.runInThisContext(`(${source})`) as (module: unknown, argument: unknown) => unknown;
    process.send?.({ kind: 'answer', id, value: await ask(electron, argument) });
  } catch (error) {
    process.send?.({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => electron.app.exit(1));
process.on('SIGTERM', () => electron.app.quit());

await import(pathToFileURL(path.join(folder, main)).href);
await electron.app.start();
