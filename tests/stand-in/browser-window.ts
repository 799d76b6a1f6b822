import { EventEmitter } from 'node:events';
import { app, type OpenWindow } from './app.ts';
import { CancelableEvent } from './cancelable-event.ts';
import { WebContents, type WindowOptions } from './web-contents.ts';

const windows = new Set<BrowserWindow>();
let focusedId: number | null = null;

export class BrowserWindow extends EventEmitter implements OpenWindow {
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].find((window) => window.id === focusedId) ?? null;
  }

  readonly webContents: WebContents;
  readonly id: number;
  #visible: boolean;
  #minimized = false;
  #destroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.webContents = new WebContents(options);
    this.id = this.webContents.id;
    this.#visible = options.show ?? true;
    this.webContents.once('dom-ready', () => this.emit('ready-to-show', {}));
    windows.add(this);
    app.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  get targetId(): string {
    return this.webContents.targetId;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.#visible = true;
    this.focus();
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    focusedId = this.id;
    this.emit('focus');
  }

  isFocused(): boolean {
    return focusedId === this.id;
  }

  minimize(): void {
    this.#minimized = true;
    if (this.isFocused()) focusedId = null;
  }

  restore(): void {
    this.#minimized = false;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    void this.closeAndWait();
  }

  async closeAndWait(): Promise<boolean> {
    if (this.#destroyed) return true;
    const event = new CancelableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    const closed = new Promise((resolve) => this.once('closed', resolve));
    await this.webContents.closeTarget();
    this.gone();
    await closed;
    return true;
  }

  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    app.windows.delete(this);
    if (this.isFocused()) focusedId = [...windows].at(-1)?.id ?? null;
    this.webContents.gone();
    queueMicrotask(() => {
      this.emit('closed');
      app.windowClosed();
    });
  }
}
