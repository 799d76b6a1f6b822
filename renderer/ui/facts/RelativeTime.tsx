import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormat } from '../../lib/use-format.ts';

/** How long ago, kept current; the exact time on hover and for screen readers. */
export function RelativeTime({ atMs }: { readonly atMs: number }) {
  const format = useFormat();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const exact = format.dateTime(atMs);
  return (
    <Tooltip label={exact}>
      <time dateTime={new Date(atMs).toISOString()}>{format.relative(atMs, nowMs)}</time>
    </Tooltip>
  );
}
