import { TRPCClientError, type TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import type { Bridge, BridgeEnvelope } from '../../shared/contract/bridge.ts';

/** Carries calls and subscriptions over the preload bridge: tRPC's own envelopes, as plain JSON. */
export function ipcLink<Router extends AnyTRPCRouter>(bridge: Bridge): TRPCLink<Router> {
  return () => {
    const subscriptions = new Map<number, (envelope: BridgeEnvelope) => void>();
    bridge.onEvent((id, envelope) => subscriptions.get(id)?.(envelope));

    return ({ op: { id, type, path, input } }) =>
      observable((observer) => {
        const take = (envelope: BridgeEnvelope) => {
          if ('error' in envelope) return observer.error(TRPCClientError.from(envelope));
          const { result } = envelope;
          if (result.type === 'stopped') return observer.complete();
          observer.next({
            result: result.type === 'started' ? { type: 'started' } : { type: 'data', data: result.data },
          });
        };

        if (type === 'subscription') {
          subscriptions.set(id, take);
          bridge.subscribe({ id, type, path, input });
          return () => {
            subscriptions.delete(id);
            bridge.unsubscribe(id);
          };
        }

        let abandoned = false;
        bridge.request({ id, type, path, input }).then(
          (envelope) => {
            if (abandoned) return;
            take(envelope);
            observer.complete();
          },
          (error: Error) => {
            if (!abandoned) observer.error(TRPCClientError.from(error));
          },
        );
        return () => {
          abandoned = true;
        };
      });
  };
}
