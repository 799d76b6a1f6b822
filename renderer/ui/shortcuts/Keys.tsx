import classes from './Keys.module.css';
import { keysOf } from './key-match.ts';

const SHORT: Record<string, string> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  '-': '−',
  Delete: 'Del',
};

/** A combination as keycaps: Ctrl K. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys}>
      {keysOf(keys).map((key) => (
        <kbd key={key} className={classes.key}>
          {SHORT[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
