import { useEffect, useState } from 'react';
import { useFormat } from '../../lib/use-format.ts';

/** How long ago, kept current; the exact time on hover. */
export function RelativeTime({ atMs }: { readonly atMs: number }) {
  const format = useFormat();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={format.dateTime(atMs)}>
      {format.relative(atMs, nowMs)}
    </time>
  );
}
