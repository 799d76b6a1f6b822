import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, type Page } from '@playwright/test';
import type * as Electron from 'electron';

/** The running Electron app: the real one with E2E_ELECTRON=1, else on the stand-in. */
export interface ElectronApp {
  firstWindow(): Promise<Page>;
  windows(): Page[];
  /** Calls `ask` in the main process. It crosses as source text, so it sees nothing around it. */
  evaluate<Answer, Argument = undefined>(
    ask: (electron: typeof Electron, argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ): Promise<Answer>;
  process(): ChildProcess;
  close(): Promise<void>;
}

interface LaunchOptions {
  /** Where the app's package.json lies. */
  readonly folder: string;
  readonly switches: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

type FromApp =
  | { readonly kind: 'ready'; readonly endpoint: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string };

export async function launchElectronApp(options: LaunchOptions): Promise<ElectronApp> {
  return process.env.E2E_ELECTRON === '1' ? launchReal(options) : launchStandIn(options);
}

async function launchReal({ folder, switches, env }: LaunchOptions): Promise<ElectronApp> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const app = await _electron.launch({ args: [...asRoot, folder, ...switches], env: { ...inherited, ...env } });
  return app as unknown as ElectronApp;
}

async function launchStandIn({ folder, switches, env }: LaunchOptions): Promise<ElectronApp> {
  const program = fileURLToPath(new URL('./run.ts', import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', program, folder, ...switches], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const questions = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  const endpoint = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromApp) => {
      if (message.kind === 'ready') return resolve(message.endpoint);
      const question = questions.get(message.id);
      questions.delete(message.id);
      if (message.error === undefined) question?.resolve(message.value);
      else question?.reject(new Error(message.error));
    });
    child.once('exit', (code) => {
      const gone = new Error(`the main process ended with ${code}`);
      reject(gone);
      for (const question of questions.values()) question.reject(gone);
    });
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (!context) throw new Error('stand-in: Chromium has no context');

  return {
    windows: () => context.pages(),
    firstWindow: async () => context.pages()[0] ?? (await context.waitForEvent('page')),
    process: () => child,
    evaluate: (ask, argument) => {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        questions.set(id, { resolve: (value) => resolve(value as never), reject });
        child.send({ id, source: ask.toString(), argument });
      });
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
