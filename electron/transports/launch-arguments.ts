import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface LaunchArguments {
  /** Where to keep the store and everything about it; null: the usual place. */
  readonly dataFolder: string | null;
  /** The loopback port; null: the usual one. */
  readonly port: number | null;
  /** The port of the API for the till's own software; null: the one in the store's settings. */
  readonly apiPort: number | null;
}

/** Reads `--data DIR`, `--port N` and `--api-port N`. Other switches belong to Electron or Chromium. Throws RangeError for no port. */
export function readLaunchArguments(args: readonly string[]): LaunchArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      'user-data-dir': { type: 'string' },
      port: { type: 'string' },
      'api-port': { type: 'string' },
    },
    strict: false,
  });
  const folder = values.data ?? values['user-data-dir'];
  return {
    dataFolder: typeof folder === 'string' ? path.resolve(folder) : null,
    port: portNamed('--port', values.port),
    apiPort: portNamed('--api-port', values['api-port']),
  };
}

function portNamed(option: string, value: string | boolean | undefined): number | null {
  if (value === undefined) return null;
  const port = Number(value);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new RangeError(`${option} ${value}: a port is a number from 0 (any free one) to 65535`);
  return port;
}

/** Where this system keeps the data of programs; the same folder as Electron's own `userData`. */
export function usualDataFolder(platform: string = process.platform, env = process.env, home = os.homedir()): string {
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Regulars');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Regulars');
  return path.join(env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Regulars');
}
