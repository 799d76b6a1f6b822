import { QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf } from '../lib/error-words.ts';

/**
 * Everything that is asked lies on this machine, so the network's state does not matter; answers stay fresh until the
 * main process says that something changed.
 */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 60_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
    queryCache: new QueryCache({
      // Signed out elsewhere (idle lock, another window of this till): ask who is signed in, so that sign-in shows.
      onError: (error) => {
        if (codeOf(error) === 'UNAUTHORIZED') void client.invalidateQueries({ queryKey: [['staff', 'me']] });
      },
    }),
  });
  return client;
}
