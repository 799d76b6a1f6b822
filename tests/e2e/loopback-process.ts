import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../build/steps/run-program.ts';

export interface LoopbackProcess {
  /** As it was printed, with the launch token. */
  readonly address: string;
  readonly process: ChildProcess;
  close(): Promise<void>;
}

/** The loopback host in a process of its own, as `npm start` runs it without a window. */
export async function launchLoopback(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<LoopbackProcess> {
  const program = path.join(root, 'electron/transports/serve-loopback.ts');
  const child = spawn(process.execPath, [program, '--data', dataFolder, '--port', '0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the loopback host ended with ${code}: ${said}`)));
  });
  return {
    address,
    process: child,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
