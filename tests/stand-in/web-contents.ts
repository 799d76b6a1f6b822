import { EventEmitter } from 'node:events';
import { CancelableEvent } from './cancelable-event.ts';
import { chromium, type Devtools, PageGone } from './chromium.ts';
import { answerRequest, type HeldRequest } from './intercepted-request.ts';
import { ipcMain } from './ipc-main.ts';
import { makeCodec } from './page/codec.ts';
import type { FromPage, ToPage } from './page/renderer-electron.ts';
import { PRELOAD_WORLD, worldSources } from './preload-world.ts';
import { fromWire, toWire } from './protocol.ts';
import { session } from './session.ts';

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: {
    readonly preload?: string;
    readonly sandbox?: boolean;
    readonly contextIsolation?: boolean;
    readonly nodeIntegration?: boolean;
  };
}

type WindowOpenHandler = (details: { readonly url: string; readonly frameName: string }) => { readonly action: string };

const codec = makeCodec();
let lastId = 0;

/** One page: its target in Chromium, its preload world, and what passes between them and the main process. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  targetId = '';
  /** Settles when the empty page stands and is listened to. */
  readonly prepared: Promise<void>;
  #devtools: Devtools = chromium.browser;
  #mainFrame = '';
  #preloadContext: number | undefined;
  #url = '';
  #destroyed = false;
  /** Navigations of our own, which raise no will-navigate. */
  #loading = 0;
  #undelivered: ToPage[] = [];
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  readonly #preferences: WindowOptions['webPreferences'];

  constructor({ width = 800, height = 600, webPreferences = {} }: WindowOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#preferences = webPreferences;
    const { preload, nodeIntegration = false, contextIsolation = true, sandbox = true } = webPreferences;
    if (!preload || nodeIntegration || !contextIsolation || !sandbox)
      throw new Error('stand-in: windows have a preload script, a sandbox and an isolated context');
    this.prepared = this.#prepare(preload, width, height);
    this.prepared.catch((error: unknown) => this.#complain('window', error));
  }

  /** Whatever fails because the window is closing is no fault. */
  #complain(what: string, error: unknown): void {
    if (!this.#destroyed && !(error instanceof PageGone)) console.error(`stand-in: ${what}`, error);
  }

  async #prepare(preload: string, width: number, height: number): Promise<void> {
    const created = await chromium.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    this.targetId = created.targetId;
    const attached = await chromium.browser.send('Target.attachToTarget', { targetId: this.targetId, flatten: true });
    const devtools = chromium.devtools(attached.sessionId);
    this.#devtools = devtools;
    this.#followScripts(devtools);
    this.#followPage(devtools);
    this.#mainFrame = (await devtools.send('Page.getFrameTree')).frameTree.frame.id;
    const sources = worldSources(preload);
    const binding = { name: 'standInSend', executionContextName: PRELOAD_WORLD };
    await Promise.all([
      devtools.send('Page.enable'),
      devtools.send('Runtime.enable'),
      devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      devtools.send('Runtime.addBinding', binding),
      devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.page }),
      devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.preload, worldName: PRELOAD_WORLD }),
    ]);
  }

  #followScripts(devtools: Devtools): void {
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string };
      if (context.name !== PRELOAD_WORLD || frameId !== this.#mainFrame) return;
      this.#preloadContext = context.id;
      for (const message of this.#undelivered.splice(0)) this.#deliver(message);
    });
    devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = undefined;
    });
    devtools.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = undefined;
    });
    devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'standInSend') void this.#hear(JSON.parse(payload) as FromPage);
    });
    devtools.on('Runtime.exceptionThrown', ({ exceptionDetails: { url, exception, text } }) => {
      if (url?.startsWith(PRELOAD_WORLD)) console.error('stand-in: preload threw', exception?.description ?? text);
    });
  }

  #followPage(devtools: Devtools): void {
    devtools.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.#url = fromWire(frame.url) + (frame.urlFragment ?? '');
      this.emit('did-navigate', {}, this.#url, 200, '');
    });
    devtools.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#mainFrame) this.#url = fromWire(url);
    });
    devtools.on('Page.domContentEventFired', () => {
      if (this.#url !== '' && this.#url !== 'about:blank') this.emit('dom-ready', {});
    });
    devtools.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    devtools.on('Fetch.requestPaused', (held) => {
      this.#decideRequest(held).catch((error: unknown) => this.#complain(`request ${held.request.url}`, error));
    });
  }

  async #decideRequest(held: HeldRequest): Promise<void> {
    const refuse = (errorReason: 'Aborted' | 'BlockedByClient') =>
      this.#devtools.send('Fetch.failRequest', { requestId: held.requestId, errorReason }).then(() => {});
    const url = fromWire(held.request.url);
    const isPage = held.resourceType === 'Document' && held.frameId === this.#mainFrame;
    if (isPage && this.#loading === 0) {
      const event = Object.assign(new CancelableEvent(), { url, isMainFrame: true });
      this.emit('will-navigate', event);
      if (event.defaultPrevented) return refuse('Aborted');
    }
    if (!(await this.session.mayLoad(url))) return refuse('BlockedByClient');
    if (isPage) await this.#applyPermissions(new URL(held.request.url).origin);
    await answerRequest(held, this.#devtools);
  }

  /** The browser asks nobody: it is told beforehand what the app's handlers would have said. */
  async #applyPermissions(origin: string): Promise<void> {
    for (const [name, granted] of await this.session.decidePermissions(this, fromWire(origin))) {
      const setting = granted ? 'granted' : 'denied';
      await chromium.browser.send('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }

  async #hear(message: FromPage): Promise<void> {
    if (message.kind === 'asked-window') {
      const { action } = this.#windowOpenHandler({ url: fromWire(message.url), frameName: message.name });
      if (action !== 'deny') console.error('stand-in: child windows are not supported; denied', message.url);
      return;
    }
    const { channel } = message;
    const event = { sender: this, senderFrame: { url: this.#url, parent: null } };
    const args = codec.decode(message.args) as unknown[];
    if (message.kind === 'send') {
      ipcMain.emit(channel, event, ...args);
      return;
    }
    const { id } = message;
    try {
      const value = codec.encode(await ipcMain.handlerOf(channel)(event, ...args));
      this.#deliver({ kind: 'reply', id, value });
    } catch (error) {
      this.#deliver({ kind: 'failure', id, channel, error: String(error) });
    }
  }

  #deliver(message: ToPage): void {
    if (this.#destroyed) return;
    if (this.#preloadContext === undefined) {
      // The page that asked is gone, and its question with it; an event waits for the next page.
      if (message.kind === 'event') this.#undelivered.push(message);
      return;
    }
    const expression = `standInDeliver(${JSON.stringify(message)})`;
    this.#devtools.send('Runtime.evaluate', { expression, contextId: this.#preloadContext }).then(
      ({ exceptionDetails }) => {
        if (exceptionDetails) console.error('stand-in: listener threw', exceptionDetails.exception?.description);
      },
      // The page went away meanwhile.
      () => {},
    );
  }

  async loadURL(url: string): Promise<void> {
    await this.prepared;
    this.#loading += 1;
    try {
      const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
      const { errorText } = await this.#devtools.send('Page.navigate', { url: toWire(url) });
      if (errorText) throw new Error(`${errorText} loading '${url}'`);
      await loaded;
    } finally {
      this.#loading -= 1;
    }
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    this.#deliver({ kind: 'event', channel, args: codec.encode(args) });
  }

  /** Electron hands over a Buffer; its options have the names that Chromium's have. */
  async printToPDF(options: {
    readonly preferCSSPageSize?: boolean;
    readonly printBackground?: boolean;
  }): Promise<Buffer> {
    const { data } = await this.#devtools.send('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  getLastWebPreferences(): WindowOptions['webPreferences'] {
    return this.#preferences;
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  async closeTarget(): Promise<void> {
    await this.prepared.catch(() => {});
    await chromium.browser.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {});
  }

  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }
}
