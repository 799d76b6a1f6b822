import type { Codec } from './codec.ts';
import type { BridgeEnd } from './context-bridge.ts';

/** What the preload's world sends to the main process. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'asked-window'; readonly url: string; readonly name: string };

/** What the main process delivers to the preload's world. */
export type ToPage =
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly channel: string; readonly error: string };

/** The two doors between the preload's world and the main process; Chromium makes the first, this file the second. */
export interface PreloadWorld {
  standInSend?: (message: string) => void;
  standInDeliver?: (message: ToPage) => void;
}

/** Returns a sandboxed preload's `require`, which knows `electron` alone. Runs in the preload's world: self-contained. */
export function makePreloadRequire(bridge: BridgeEnd, codec: Codec): (id: string) => unknown {
  type Listener = (event: object, ...args: unknown[]) => void;
  const world = globalThis as PreloadWorld;
  const post = world.standInSend;
  delete world.standInSend;
  const send = (message: FromPage) => post?.(JSON.stringify(message));

  const listeners = new Map<string, Listener[]>();
  const invocations = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  const ipcRenderer = {
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
      return ipcRenderer;
    },
    send: (channel: string, ...args: unknown[]) => {
      send({ kind: 'send', channel, args: codec.encode(args) });
    },
    invoke(channel: string, ...args: unknown[]) {
      lastId += 1;
      const id = lastId;
      send({ kind: 'invoke', id, channel, args: codec.encode(args) });
      return new Promise((resolve, reject) => invocations.set(id, { resolve, reject }));
    },
  };

  world.standInDeliver = (message) => {
    if (message.kind === 'event') {
      const args = codec.decode(message.args) as unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer }, ...args);
      return;
    }
    const invocation = invocations.get(message.id);
    invocations.delete(message.id);
    if (message.kind === 'reply') invocation?.resolve(codec.decode(message.value));
    else invocation?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.error}`));
  };
  bridge.onAskedWindow((asked) => send({ kind: 'asked-window', ...asked }));

  return (id) => {
    if (id === 'electron') return { ipcRenderer, contextBridge: { exposeInMainWorld: bridge.expose } };
    throw new Error(`module not found: ${id}`);
  };
}
