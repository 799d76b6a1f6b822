import type { ReactNode } from 'react';
import { useErrorWords } from '../../lib/error-words.ts';
import type { FailedAct } from '../../lib/failed-act.ts';
import { useFormat } from '../../lib/use-format.ts';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';
import classes from './RefundBar.module.css';

interface RefundBarProps {
  readonly label: string;
  /** Null while nothing comes back. */
  readonly amountMinor: number | null;
  /** The amount is that of a moment ago. */
  readonly stale?: boolean;
  readonly hint: string | null;
  /** Said while nothing else needs to be. */
  readonly note?: string;
  readonly error?: unknown;
  readonly failure: FailedAct | null;
  /** The button that pays out. */
  readonly children: ReactNode;
}

/** The refund, large; what stands in its way; the button that pays it out. */
export function RefundBar({ label, amountMinor, stale, hint, note, error, failure, children }: RefundBarProps) {
  const format = useFormat();
  const errorWords = useErrorWords();
  const problem = failure ?? (error ? errorWords(error) : null);
  return (
    <div className={classes.bar}>
      <div role="alert" className={classes.problem}>
        {problem && (
          <>
            <p>{problem.text}</p>
            <SupportDetails text={problem.details} />
          </>
        )}
        {!problem && hint && <p className={classes.hint}>{hint}</p>}
      </div>
      {!problem && !hint && note && <p className={classes.note}>{note}</p>}
      <p className={classes.due} data-stale={stale || undefined}>
        <span className={classes.label}>{label}</span>
        <output className={classes.figure}>{format.money(amountMinor ?? 0)}</output>
      </p>
      {children}
    </div>
  );
}
