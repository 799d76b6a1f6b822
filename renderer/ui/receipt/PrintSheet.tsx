import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import classes from './PrintSheet.module.css';
import { pageRule, type Sheet } from './page-rule.ts';

interface PrintSheetProps {
  /** What it is printed on: a roll of 80 mm, cut where the text ends, or a card of a fixed size, or sheets as
   * the printer has them. */
  readonly sheet?: Sheet | 'of-the-printer';
  readonly children: ReactNode;
}

const ROLL: Sheet = { widthMm: 80, marginMm: 4 };
/** As wide as the narrower of A4 and US Letter. */
const SHEETS: Sheet = { widthMm: 210, marginMm: 12 };

/** Those that are mounted, the innermost last: a dialog's sheet goes before that of the page below. */
const mounted: string[] = [];

/** While the window prints, its children are all that is on the paper, black on white. */
export function PrintSheet({ sheet = ROLL, children }: PrintSheetProps) {
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const [printing, setPrinting] = useState(false);
  const [rule, setRule] = useState('');
  const { widthMm, heightMm, marginMm } = sheet === 'of-the-printer' ? SHEETS : sheet;
  const ofThePrinter = sheet === 'of-the-printer';
  useEffect(() => {
    mounted.push(id);
    return () => void mounted.splice(mounted.indexOf(id), 1);
  }, [id]);
  useEffect(() => {
    // The paper is laid out as soon as this event is over.
    const begin = () => {
      if (mounted.at(-1) !== id) return;
      flushSync(() => setPrinting(true));
      const heightPx = element.current?.getBoundingClientRect().height ?? 0;
      const own = pageRule({ widthMm, marginMm, ...(heightMm ? { heightMm } : {}) }, heightPx);
      flushSync(() => setRule(ofThePrinter ? `@page { margin: ${marginMm}mm; }` : own));
    };
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [id, ofThePrinter, widthMm, heightMm, marginMm]);
  if (!printing) return null;
  return createPortal(
    <div ref={element} data-sheet className={classes.sheet} style={{ width: `${widthMm - 2 * marginMm}mm` }}>
      <style>{rule}</style>
      {children}
    </div>,
    document.body,
  );
}
