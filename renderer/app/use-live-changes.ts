import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '../lib/api.ts';
import { refreshTopic } from '../lib/stale-queries.ts';

/** Keeps what is on screen in step with the store, whoever changed it. */
export function useLiveChanges(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  useSubscription(
    trpc.changes.subscriptionOptions(undefined, {
      onData: (topics) => {
        for (const topic of topics) refreshTopic(queries, topic);
      },
    }),
  );
}
