import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openAppHost } from '../api/open-app-host.ts';
import { readLaunchArguments, usualDataFolder } from './launch-arguments.ts';
import { type Loopback, openLoopback } from './loopback-http.ts';
import { servePosApi } from './pos-api/serve-pos-api.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Always the same where it is free, because a browser keeps its language and theme by address and port. */
const USUAL_PORT = 47_810;

/** The whole app for the browsers of this machine, until the process is told to end. */
export async function serveLoopback(args: readonly string[]): Promise<Loopback> {
  const { dataFolder, port, apiPort } = readLaunchArguments(args);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const host = openAppHost({
    kind: 'browser',
    version,
    dataFolder: dataFolder ?? usualDataFolder(),
    makePosApi: servePosApi(version, apiPort),
  });
  const open = (at: number) => openLoopback({ host, rendererFolder: path.join(root, 'dist/renderer'), port: at });
  const loopback = await (port === null ? open(USUAL_PORT).catch(() => open(0)) : open(port));

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      void loopback
        .close()
        .then(() => host.finish())
        .finally(() => {
          host.close();
          process.exit(0);
        });
    });
  return loopback;
}

if (import.meta.main) console.log(`Regulars is at ${(await serveLoopback(process.argv.slice(2))).address}`);
