import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';

/** Signs in, or switches: whoever signs in sees the same page with their own rights. */
export function useSignIn(onSignedIn?: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.staff.signIn.mutationOptions({
      onSuccess: (signedIn) => {
        queries.setQueryData(trpc.staff.me.queryKey(), signedIn);
        // What the one before was refused, this one may be allowed, and the other way round.
        void queries.invalidateQueries({ predicate: (query) => (query.queryKey[0] as string[])[0] !== 'staff' });
        onSignedIn?.();
      },
    }),
  );
}
