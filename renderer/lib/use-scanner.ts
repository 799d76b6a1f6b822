import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type ScannerTerms, USUAL_SCANNER } from '../../shared/tills/scanner-terms.ts';
import { useTRPC } from './api.ts';
import { listenForScans } from './scan-listener.ts';

type OnScan = (code: string) => void;

/** Who wants scans now, the innermost last: a dialog over the page has them while it is open. */
const waiting: OnScan[] = [];
let stop: (() => void) | undefined;
let terms: ScannerTerms = USUAL_SCANNER;

function wait(onScan: OnScan): () => void {
  waiting.push(onScan);
  stop ??= listenForScans(
    window,
    () => terms,
    (code) => waiting.at(-1)?.(code),
  );
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

/** Keeps to what the till's settings say of its scanner, from the moment that they change. */
export function useScannerTerms(): void {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.tills.scanner.queryOptions());
  useEffect(() => {
    if (data) terms = data;
  }, [data]);
}
