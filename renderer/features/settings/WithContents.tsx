import { createContext, type KeyboardEvent, type ReactNode, type RefObject, use, useEffect, useState } from 'react';
import classes from './WithContents.module.css';

interface Entry {
  readonly heading: HTMLElement;
  readonly title: string;
}

/** Puts a part of the page into its table of contents; returns how to take it out. */
type Enter = (entry: Entry) => () => void;

const Contents = createContext<Enter | null>(null);

/** Enters a heading into the contents of the page it stands on, where that page has them. */
export function useContentsEntry(heading: RefObject<HTMLElement | null>, title: string): void {
  const enter = use(Contents);
  useEffect(
    () => (heading.current ? enter?.({ heading: heading.current, title }) : undefined),
    [enter, heading, title],
  );
}

interface WithContentsProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A long page beside the list of its parts: those that stand there now, in their order, the one being read marked. */
export function WithContents({ label, children }: WithContentsProps) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [enter] = useState<Enter>(() => (entry: Entry) => {
    setEntries((before) => [...before, entry].toSorted(byPlace));
    return () => setEntries((before) => before.filter((each) => each !== entry));
  });
  const reading = useReading(entries);
  return (
    <div className={classes.columns}>
      <nav aria-label={label} className={classes.contents} onKeyDown={walk}>
        {entries.map((entry) => (
          <button
            key={entry.title}
            type="button"
            className={classes.entry}
            tabIndex={entry === reading ? 0 : -1}
            aria-current={entry === reading || undefined}
            onClick={() => {
              entry.heading.scrollIntoView({ block: 'start' });
              entry.heading.focus({ preventScroll: true });
            }}
          >
            {entry.title}
          </button>
        ))}
      </nav>
      <div>
        <Contents value={enter}>{children}</Contents>
      </div>
    </div>
  );
}

/** One stop for Tab; the arrows go from part to part. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  const next = key === 'ArrowDown' ? 'nextElementSibling' : key === 'ArrowUp' ? 'previousElementSibling' : null;
  if (!next || !(target instanceof HTMLElement)) return;
  event.preventDefault();
  (target[next] as HTMLElement | null)?.focus();
}

const byPlace = (a: Entry, b: Entry): number =>
  a.heading.compareDocumentPosition(b.heading) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** A heading counts as read once it is in the upper third of the window. */
const UPPER = 1 / 3;

/** The last heading that has come into the upper third. */
function useReading(entries: readonly Entry[]): Entry | null {
  const [reading, setReading] = useState<Entry | null>(null);
  useEffect(() => {
    const look = () => {
      const below = window.innerHeight * UPPER;
      const passed = entries.findLast(({ heading }) => heading.getBoundingClientRect().top < below);
      setReading(passed ?? entries[0] ?? null);
    };
    const observer = new IntersectionObserver(look, { rootMargin: `0px 0px -${100 * (1 - UPPER)}% 0px` });
    for (const { heading } of entries) observer.observe(heading);
    return () => observer.disconnect();
  }, [entries]);
  return reading;
}
