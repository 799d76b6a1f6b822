import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CancelableEvent } from './cancelable-event.ts';
import { chromium } from './chromium.ts';
import { closeSchemeRegistration } from './protocol.ts';
import { takeInstanceLock } from './single-instance.ts';
import { switchValue } from './switches.ts';

/** What the app needs to know of its windows; they register themselves, so that neither module imports the other. */
export interface OpenWindow {
  readonly targetId: string;
  /** Returns whether it closed; a listener of its `close` event may refuse. */
  closeAndWait(): Promise<boolean>;
  /** Its page is gone. */
  gone(): void;
}

class App extends EventEmitter {
  readonly isPackaged = false;
  /** Set by run.ts from the app's package.json. */
  name = 'app';
  version = '0.0.0';
  readonly windows = new Set<OpenWindow>();
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #quitting = false;
  #secondTold: Promise<void> = Promise.resolve();

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getVersion(): string {
    return this.version;
  }

  getLocale(): string {
    return switchValue('lang') ?? 'zh-CN';
  }

  getPath(name: string): string {
    const userData = () => switchValue('user-data-dir') ?? path.join(os.homedir(), '.config', this.name);
    const folder = this.#paths.get(name) ?? (name === 'userData' ? userData() : undefined);
    if (folder !== undefined) return folder;
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'temp') return os.tmpdir();
    throw new Error(`Failed to get '${name}' path (stand-in)`);
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }

  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const lock = takeInstanceLock(folder, ({ argv, cwd }) => this.emit('second-instance', {}, argv, cwd, {}));
    if (!lock.mine) this.#secondTold = lock.told;
    return lock.mine;
  }

  /** Called once the entry module has been evaluated: Electron is not ready sooner either. */
  async start(): Promise<void> {
    if (this.#quitting) return;
    await chromium.start(path.join(this.getPath('sessionData'), 'stand-in-profile'), this.getLocale(), () => {
      if (this.#quitting) return;
      console.error('stand-in: Chromium died');
      process.exit(1);
    });
    chromium.browser.on('Target.targetDestroyed', ({ targetId }) => {
      for (const window of this.windows) if (window.targetId === targetId) window.gone();
    });
    await chromium.browser.send('Target.setDiscoverTargets', { discover: true });
    process.send?.({ kind: 'ready', endpoint: chromium.endpoint });
    closeSchemeRegistration();
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  quit(): void {
    void this.#quit();
  }

  exit(code = 0): void {
    this.#quitting = true;
    void chromium.stop().finally(() => process.exit(code));
  }

  async #quit(): Promise<void> {
    if (this.#quitting || !this.#agreed('before-quit')) return;
    for (const window of this.windows) if (!(await window.closeAndWait())) return;
    if (this.#quitting || !this.#agreed('will-quit')) return;
    this.#quitting = true;
    await Promise.all([chromium.stop(), this.#secondTold]);
    this.emit('quit', {}, 0);
    process.exit(0);
  }

  #agreed(name: 'before-quit' | 'will-quit'): boolean {
    const event = new CancelableEvent();
    this.emit(name, event);
    return !event.defaultPrevented;
  }

  windowClosed(): void {
    if (this.windows.size === 0 && !this.emit('window-all-closed')) this.quit();
  }
}

export const app = new App();
