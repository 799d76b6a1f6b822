import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';

/** Signs out and forgets what the window had read and said, so that nobody sees it after. */
export function useSignOut(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const signOut = useMutation(
    trpc.staff.signOut.mutationOptions({
      retry: 3,
      onSuccess: () => {
        queries.setQueryData(trpc.staff.me.queryKey(), null);
        const kept = new Set(['app', 'staff']);
        queries.removeQueries({ predicate: (query) => !kept.has((query.queryKey[0] as string[])[0] ?? '') });
      },
    }),
  );
  return () => {
    notifications.clean();
    signOut.mutate();
  };
}
