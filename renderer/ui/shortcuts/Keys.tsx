import classes from './Keys.module.css';

const SHORT: Record<string, string> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', Enter: '↵' };

/** A combination as keycaps: Ctrl K. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={classes.key}>
          {SHORT[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
