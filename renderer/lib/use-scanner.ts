import { useEffect, useRef } from 'react';
import { listenForScans } from './scan-listener.ts';

type OnScan = (code: string) => void;

/** Who wants scans now, the innermost last: a dialog over the page has them while it is open. */
const waiting: OnScan[] = [];
let stop: (() => void) | undefined;

function wait(onScan: OnScan): () => void {
  waiting.push(onScan);
  stop ??= listenForScans(window, (code) => waiting.at(-1)?.(code));
  return () => {
    waiting.splice(waiting.indexOf(onScan), 1);
    if (waiting.length > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** Hears what a keyboard-wedge scanner reads while the calling component is mounted, wherever the focus is. */
export function useScanner(onScan: OnScan): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => wait((code) => latest.current(code)), []);
}
