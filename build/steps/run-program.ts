import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
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
let interruptedBy: NodeJS.Signals | null = null;

/** Ctrl+C reaches the children by itself, other ends are passed on; either way they are given time to tidy up. */
function interrupt(signal: NodeJS.Signals): void {
  interruptedBy = signal;
  if (signal !== 'SIGINT') for (const child of running) child.kill(signal);
}

/** While children run, the end of this process waits for theirs. */
function watch(child: ChildProcess): void {
  if (running.size === 0) for (const signal of ENDS) process.on(signal, interrupt);
  running.add(child);
}

function unwatch(child: ChildProcess): void {
  running.delete(child);
  if (running.size > 0) return;
  if (interruptedBy) process.exit(128 + constants.signals[interruptedBy]);
  for (const signal of ENDS) process.off(signal, interrupt);
}

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a program to its end. Never rejects: a program that does not start ends with code 127. */
export function runProgram(
  file: string,
  args: readonly string[],
  { quiet = false, env = {}, timeoutMs }: How = {},
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(file, args, {
    cwd: root,
    // What is kept is for a report, not for a terminal.
    env: { ...process.env, ...(quiet ? { NO_COLOR: '1' } : {}), ...env },
    timeout: timeoutMs,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  watch(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve) => {
    const end = (code: number) => {
      unwatch(child);
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
