import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TrialPress } from './read-trial.ts';

/** After a pause as long as this, the next key begins another trial; slower than a scanner, faster than two scans. */
const PAUSE_MS = 400;

interface TrialKeys {
  readonly presses: readonly TrialPress[];
  /** Nothing followed for a while: what was heard is all there is. */
  readonly isOver: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Hears keys as they come, into no field. A Tab or Enter counts where it follows at once, else it is a person's. */
export function useTrial(): TrialKeys {
  const [presses, setPresses] = useState<readonly TrialPress[]>([]);
  const [isOver, setIsOver] = useState(false);
  const latest = useRef<readonly TrialPress[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, timeStamp: atMs } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const last = latest.current.at(-1);
    const follows = last !== undefined && atMs - last.atMs <= PAUSE_MS && !isEnding(last.key);
    // Enter would save the form around.
    if (key === 'Enter') event.preventDefault();
    if (!(key.length === 1 || (follows && (isEnding(key) || key === 'Shift')))) return;
    event.preventDefault();
    latest.current = [...(follows ? latest.current : []), { key, atMs }];
    setPresses(latest.current);
    setIsOver(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOver(true), PAUSE_MS);
  };
  return { presses, isOver, onKeyDown };
}

const isEnding = (key: string): boolean => key === 'Enter' || key === 'Tab';
