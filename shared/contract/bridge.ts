/** One question from a window: `id` is the window's own and unique among its open questions. */
export interface BridgeMessage {
  readonly id: number;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly path: string;
  readonly input: unknown;
}

/** tRPC's answer as it crosses the bridge: an error of the router's shape, or a result. */
export type BridgeEnvelope =
  | { readonly error: object }
  | { readonly result: { readonly type?: 'started' | 'data' | 'stopped'; readonly data?: unknown } };

/** What the preload script puts on `window.regulars`: the one door between a window and the main process. */
export interface Bridge {
  request(message: BridgeMessage): Promise<BridgeEnvelope>;
  subscribe(message: BridgeMessage): void;
  unsubscribe(id: number): void;
  /** Hears every envelope of this window's subscriptions until the returned function is called. */
  onEvent(listener: (id: number, envelope: BridgeEnvelope) => void): () => void;
  /** This window as it would be printed, as a PDF; the page's own `@page` says how large. */
  pdf(): Promise<Uint8Array<ArrayBuffer>>;
}

/** The IPC channels behind the bridge. */
export const CHANNEL = {
  request: 'api:request',
  subscribe: 'api:subscribe',
  unsubscribe: 'api:unsubscribe',
  event: 'api:event',
  pdf: 'window:pdf',
} as const;
