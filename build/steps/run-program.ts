import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number;
  /** Everything it wrote, where it was run quietly. */
  readonly output: string;
  readonly seconds: number;
}

interface How {
  /** Keeps the output for the caller instead of showing it as it comes. */
  readonly quiet?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends it when it takes longer. */
  readonly timeoutMs?: number;
}

const running = new Set<ChildProcess>();
// Ctrl+C reaches the children by itself: wait until they have tidied up. Other ends are passed on.
process.on('SIGINT', () => {
  if (running.size === 0) process.exit(130);
});
for (const signal of ['SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 1;
    if (running.size === 0) process.exit(1);
  });

/** Runs a program to its end. Never rejects: a program that does not start ends with code 127. */
export function runProgram(
  file: string,
  args: readonly string[],
  { quiet = false, env = {}, timeoutMs }: How = {},
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...env },
    timeout: timeoutMs,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve) => {
    const end = (code: number) => {
      running.delete(child);
      resolve({ code, output, seconds: (performance.now() - began) / 1000 });
    };
    child.on('error', (error) => {
      output += `${file}: ${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Runs a package's command on this very Node, by its file: the same on every system, whatever npm put into .bin. */
export function runTool(packageName: string, command: string, args: readonly string[], how?: How): Promise<Ended> {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  return runProgram(process.execPath, [path.join(folder, file), ...args], how);
}

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
}
