import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../build/steps/run-program.ts';

export interface HqProcess {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  readonly port: number;
  /** The enrolment codes, in the order of the stores. */
  readonly codes: readonly string[];
  readonly process: ChildProcess;
  close(): Promise<void>;
}

const CODE = /(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}/g;

/** Headquarters in a process of its own, as `npm run hq` runs it. */
export async function launchHq(folder: string, stores: readonly string[] = [], port = 0): Promise<HqProcess> {
  const args = ['--data', folder, '--host', '127.0.0.1', '--port', String(port)];
  const named = stores.flatMap((name) => ['--store', name]);
  const child = spawn(process.execPath, [path.join(root, 'build/hq.ts'), ...args, ...named], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const isDone = /localhost:\d+/.test(text) && (text.match(CODE)?.length ?? 0) === stores.length;
      if (isDone) resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`headquarters ended with ${code}: ${text}`)));
  });
  const address = /localhost:\d+/.exec(said)?.[0] ?? '';
  return {
    address: address.replace('localhost', '127.0.0.1'),
    port: Number(address.split(':')[1]),
    codes: said.match(CODE) ?? [],
    process: child,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
