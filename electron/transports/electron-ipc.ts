import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCProcedureType,
} from '@trpc/server';
import { z } from 'zod';
import { type BridgeEnvelope, CHANNEL } from '../../shared/contract/bridge.ts';
import type { AppHost } from '../api/app-host.ts';
import { callOf } from '../api/call.ts';
import { reportBug } from './report-bug.ts';

/** The part of Electron's WebContents that is used here. */
export interface IpcWindow {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
  printToPDF(options: { readonly preferCSSPageSize: boolean; readonly printBackground: boolean }): Promise<Uint8Array>;
  once(event: 'destroyed', listener: () => void): unknown;
  on(event: 'did-navigate', listener: () => void): unknown;
}

/** The part of Electron's ipcMain events that is used here. */
export interface IpcSender {
  readonly sender: IpcWindow;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The part of Electron's ipcMain that is used here; only the shell may import the real one. */
export interface IpcDoor {
  handle(channel: string, listener: (event: IpcSender, message: unknown) => Promise<unknown>): void;
  on(channel: string, listener: (event: IpcSender, message: unknown) => void): unknown;
}

interface IpcTransport {
  readonly ipc: IpcDoor;
  readonly router: AnyTRPCRouter;
  readonly host: AppHost;
  /** Whether a page at this address is ours. */
  readonly isTrusted: (url: string) => boolean;
}

const message = z.object({
  id: z.int(),
  type: z.enum(['query', 'mutation', 'subscription']),
  path: z.string().max(200),
  input: z.unknown(),
});
type Message = z.infer<typeof message>;

const clientKey = (window: IpcWindow) => `window-${window.id}`;

/** Serves the router to windows. Each window is one client; its subscriptions end with its page. */
export function serveIpc({ ipc, router, host, isTrusted }: IpcTransport): void {
  const subscriptionsByWindow = new Map<number, Map<number, AbortController>>();

  const mayAsk = ({ senderFrame }: IpcSender) =>
    senderFrame !== null && senderFrame.parent === null && isTrusted(senderFrame.url);

  /** The open subscriptions of this window, watched from the first time that it asks for anything. */
  function subscriptionsOf(window: IpcWindow): Map<number, AbortController> {
    const known = subscriptionsByWindow.get(window.id);
    if (known) return known;
    const open = new Map<number, AbortController>();
    const endAll = () => {
      for (const subscription of open.values()) subscription.abort();
      open.clear();
    };
    subscriptionsByWindow.set(window.id, open);
    window.on('did-navigate', endAll);
    window.once('destroyed', () => {
      endAll();
      subscriptionsByWindow.delete(window.id);
      host.forgetClient(clientKey(window));
    });
    return open;
  }

  const call = (window: IpcWindow, { path, type, input }: Message, signal?: AbortSignal) =>
    callTRPCProcedure({
      router,
      path,
      type,
      ctx: callOf(host, clientKey(window)),
      signal,
      batchIndex: 0,
      getRawInput: async () => input,
    });

  function failure(cause: unknown, path: string, type: TRPCProcedureType): BridgeEnvelope {
    const error = getTRPCErrorFromUnknown(cause);
    reportBug(host.log, path, error);
    const config = router._def._config;
    return { error: getTRPCErrorShape({ config, error, type, path, input: undefined, ctx: undefined }) };
  }

  async function follow(window: IpcWindow, asked: Message, ending: AbortController): Promise<void> {
    const send = (envelope: BridgeEnvelope) => {
      if (!ending.signal.aborted && !window.isDestroyed()) window.send(CHANNEL.event, asked.id, envelope);
    };
    try {
      const events = (await call(window, asked, ending.signal)) as AsyncIterable<unknown>;
      send({ result: { type: 'started' } });
      for await (const data of events) send({ result: { type: 'data', data } });
      send({ result: { type: 'stopped' } });
    } catch (error) {
      send(failure(error, asked.path, 'subscription'));
    }
  }

  ipc.handle(CHANNEL.request, async (event, raw) => {
    if (!mayAsk(event)) throw new Error('untrusted sender');
    const asked = message.parse(raw);
    if (asked.type === 'subscription') throw new Error('subscriptions have a channel of their own');
    subscriptionsOf(event.sender);
    try {
      return { result: { data: await call(event.sender, asked) } } satisfies BridgeEnvelope;
    } catch (error) {
      return failure(error, asked.path, asked.type);
    }
  });

  ipc.handle(CHANNEL.pdf, async (event) => {
    if (!mayAsk(event)) throw new Error('untrusted sender');
    return event.sender.printToPDF({ preferCSSPageSize: true, printBackground: true });
  });

  ipc.on(CHANNEL.subscribe, (event, raw) => {
    const asked = message.safeParse(raw);
    if (!mayAsk(event) || asked.data?.type !== 'subscription') return;
    const { data } = asked;
    const open = subscriptionsOf(event.sender);
    const ending = new AbortController();
    open.get(data.id)?.abort();
    open.set(data.id, ending);
    void follow(event.sender, data, ending).finally(() => {
      if (open.get(data.id) === ending) open.delete(data.id);
    });
  });

  ipc.on(CHANNEL.unsubscribe, (event, id) => {
    if (mayAsk(event) && typeof id === 'number') subscriptionsOf(event.sender).get(id)?.abort();
  });
}
