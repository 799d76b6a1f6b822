import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTRPC } from '../lib/api.ts';
import { idleWatch } from '../lib/idle-watch.ts';

const MINUTE_MS = 60_000;

/** Calls `onIdle` after as many minutes without a key, a touch or a scan as the store has set. */
export function IdleLock({ onIdle }: { readonly onIdle: () => void }) {
  const trpc = useTRPC();
  const minutes = useQuery(trpc.staff.idleLock.queryOptions()).data ?? 0;
  const lock = useEffectEvent(onIdle);
  useEffect(() => (minutes > 0 ? idleWatch.watch(minutes * MINUTE_MS, () => lock()) : undefined), [minutes]);
  return null;
}
