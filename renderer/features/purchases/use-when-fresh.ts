import { useEffect, useEffectEvent, useRef } from 'react';

/** Returns how to ask for `run`: it happens as soon as the price is that of the basket, at once or when it arrives. */
export function useWhenFresh(fresh: boolean, run: () => void): () => void {
  const asked = useRef(false);
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    if (!fresh || !asked.current) return;
    asked.current = false;
    runLatest();
  }, [fresh]);
  return () => {
    if (fresh) run();
    else asked.current = true;
  };
}
