import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';

/** Back to the page one came from; to `list` for whoever came from outside. */
export function useWayBack(list: '/members' | '/stock' | '/stock/documents'): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  return () => (canGoBack ? router.history.back() : void navigate({ to: list }));
}
