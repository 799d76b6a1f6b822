import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import classes from './PrintSheet.module.css';

interface PrintSheetProps {
  /** An 80 mm roll, as receipts are, or sheets of the printer's own size. */
  readonly paper?: 'roll' | 'sheets';
  readonly children: ReactNode;
}

/** While the window prints, its children are all that is on the paper, black on white. */
export function PrintSheet({ paper = 'roll', children }: PrintSheetProps) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The paper is laid out as soon as this event is over.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing
    ? createPortal(
        <div className={classes.sheet} data-paper={paper}>
          {children}
        </div>,
        document.body,
      )
    : null;
}
