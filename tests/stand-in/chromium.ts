import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import { findBrowser } from '../../build/steps/find-browser.ts';

/** Commands and events of one page, or of the browser itself, with Playwright's types for them. */
export type Devtools = Pick<CDPSession, 'send' | 'on'>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: string };
}

const FLAGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  // Chromium ends itself when this pipe closes, however our process dies.
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** The page, or all of Chromium, went away meanwhile: nobody waits for what was asked of it. */
export class PageGone extends Error {}

/** What Chromium answers to whoever still speaks to a page that is gone. */
const SESSION_NOT_FOUND = -32_001;

/** A real Chromium and the line to it. */
export class Chromium {
  /** Where a second client, Playwright, connects. */
  endpoint = '';
  readonly browser = this.devtools('');
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #socket: WebSocket | undefined;
  #process: ChildProcess | undefined;
  #lastId = 0;

  async start(profile: string, locale: string, onDeath: () => void): Promise<void> {
    const program = findBrowser();
    if (!program) throw new Error('stand-in: no Chrome, Chromium or Edge here; REGULARS_BROWSER can name one');
    mkdirSync(profile, { recursive: true });
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const language = [`--lang=${locale}`, `--accept-lang=${locale}`];
    const child = spawn(program, [...FLAGS, ...language, ...asRoot, `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const pipe of child.stdio.slice(3)) pipe?.on('error', () => {});
    process.on('exit', () => child.kill('SIGKILL'));
    this.endpoint = await announcedEndpoint(child);
    child.once('exit', onDeath);
    await this.#connect();
  }

  async #connect(): Promise<void> {
    const socket = new WebSocket(this.endpoint);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new PageGone('Chromium closed'));
      this.#waiting.clear();
    });
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('stand-in: no connection to Chromium')));
    });
  }

  #hear({ id, sessionId = '', method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#events.emit(`${sessionId}/${method}`, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error?.code === SESSION_NOT_FOUND) waiting?.reject(new PageGone(error.message));
    else if (error) waiting?.reject(new Error(`${error.message} ${error.data ?? ''}`));
    else waiting?.resolve(result);
  }

  #call(sessionId: string, method: string, params: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve, reject });
      const session = sessionId ? { sessionId } : {};
      this.#socket?.send(JSON.stringify({ id: this.#lastId, method, params, ...session }));
    });
  }

  /** The line to one attached page; to the browser itself where `sessionId` is empty. */
  devtools(sessionId: string): Devtools {
    const devtools = {
      send: (method: string, params: object = {}) => this.#call(sessionId, method, params),
      on: (method: string, listener: (params: unknown) => void) => {
        this.#events.on(`${sessionId}/${method}`, listener);
        return devtools;
      },
    };
    return devtools as unknown as Devtools;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.browser.send('Browser.close').catch(() => {});
    const impatience = setTimeout(() => child.kill('SIGKILL'), 3000);
    await gone;
    clearTimeout(impatience);
  }
}

function announcedEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const endpoint = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (endpoint) resolve(endpoint);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  });
}

export const chromium = new Chromium();
