import { IconTrash } from '@tabler/icons-react';
import classes from './BinButton.module.css';

interface BinButtonProps {
  /** What is taken away: "Remove cola". */
  readonly label: string;
  readonly onClick: () => void;
  /** As large as what fingers press. */
  readonly touch?: boolean;
}

/** Takes one of several things away. */
export function BinButton({ label, onClick, touch = false }: BinButtonProps) {
  return (
    <button type="button" className={classes.bin} data-touch={touch || undefined} aria-label={label} onClick={onClick}>
      <IconTrash size={touch ? 18 : 16} stroke={1.5} aria-hidden />
    </button>
  );
}
