import type { ReactNode } from 'react';
import classes from './ReceiptPaper.module.css';

interface ReceiptRowProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly strong?: boolean;
}

/** A label on the left, its figure on the right. */
export function ReceiptRow({ label, value, strong = false }: ReceiptRowProps) {
  return (
    <p className={classes.row} data-strong={strong || undefined}>
      <span>{label}</span>
      <span>{value}</span>
    </p>
  );
}
