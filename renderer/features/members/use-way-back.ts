import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';

/** Back to the page one came from; to the list for whoever came from outside. */
export function useWayBack(): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  return () => (canGoBack ? router.history.back() : void navigate({ to: '/members' }));
}
