import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { Keys } from '../../ui/shortcuts/Keys.tsx';
import classes from './RestoredNote.module.css';

interface RestoredNoteProps {
  readonly fromMs: number;
  readonly onClear: () => void;
}

/** Says that the basket is one from before, until it is touched. */
export function RestoredNote({ fromMs, onClear }: RestoredNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p role="status" className={classes.note}>
      {t('purchases.draft.restored', { time: format.time(fromMs) })}
      <button type="button" className={classes.clear} aria-keyshortcuts="Alt+Delete" onClick={onClear}>
        {t('purchases.draft.clear')}
        <Keys keys="Alt+Delete" />
      </button>
    </p>
  );
}
