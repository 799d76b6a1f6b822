import { useTranslation } from 'react-i18next';
import classes from './KeyBar.module.css';
import { Keys } from './Keys.tsx';
import { useShortcutGroups } from './use-shortcuts.ts';

/** The keys that do something now (those registered with `bar`), in keyboard order; each can also be touched. */
export function KeyBar() {
  const { t } = useTranslation();
  // Innermost first: of two that answer to one key only the first does.
  const inForce = useShortcutGroups().flatMap((group) => group.shortcuts);
  const shortcuts = inForce
    .filter(({ bar, keys }, index) => bar && inForce.findIndex((each) => each.keys === keys) === index)
    .toSorted((a, b) => a.keys.localeCompare(b.keys, 'en', { numeric: true }));
  return (
    <div role="toolbar" aria-label={t('frame.shortcuts.title')} className={classes.bar}>
      {shortcuts.map(({ keys, label, run }) => (
        <button key={keys} type="button" className={classes.key} onClick={run} aria-keyshortcuts={keys}>
          <Keys keys={keys} />
          {label}
        </button>
      ))}
    </div>
  );
}
