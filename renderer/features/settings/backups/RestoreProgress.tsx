import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../lib/api.ts';
import { Running } from './Running.tsx';

const LOOK_MS = 300;

/** How far a restore is. Asked again and again: before a store is open nothing is told by itself. */
export function RestoreProgress() {
  const trpc = useTRPC();
  const running = useQuery({ ...trpc.recovery.running.queryOptions(), refetchInterval: LOOK_MS });
  return <Running run={running.data ?? { what: 'restore', phase: 'checking', done: 0, total: 0 }} />;
}
