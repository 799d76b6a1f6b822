import { buildApp } from './build.ts';
import { openInBrowser, whyNoWindow } from './steps/desktop.ts';
import { electronRuntime } from './steps/electron-runtime.ts';
import { runProgram } from './steps/run-program.ts';

/** An Electron that gives up sooner than this never showed a window. */
const FALSE_START_SECONDS = 5;

/** The Electron app, until its last window closes. Returns why it could not be started, or null. */
async function runElectron(args: readonly string[]): Promise<string | null> {
  const noWindow = whyNoWindow();
  if (noWindow) return noWindow;
  const runtime = await electronRuntime();
  if (!runtime) return 'the Electron runtime could not be fetched';
  await buildApp();
  console.log('Opening Regulars.');
  const { code, seconds } = await runProgram(runtime, ['.', ...args]);
  if (code !== 0 && seconds < FALSE_START_SECONDS) return `Electron ended at once (code ${code})`;
  process.exitCode = code;
  return null;
}

const args = process.argv.slice(2);
const hindrance = await runElectron(args);
if (hindrance) {
  console.log(`Serving Regulars to a browser instead of its own window: ${hindrance}.`);
  await buildApp('renderer');
  const { serveLoopback } = await import('../electron/transports/serve-loopback.ts');
  try {
    const { address } = await serveLoopback(args);
    console.log(`Regulars is at ${address}`);
    console.log('This address lets one in: keep it to yourself. Ctrl+C closes Regulars.');
    openInBrowser(address);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
