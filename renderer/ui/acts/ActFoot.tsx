import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './acts.module.css';

interface ActFootProps {
  /** What is to be known before it is begun. */
  readonly note: string;
  /** Why it was not begun; null where nothing is in the way. */
  readonly problem: string | null;
  readonly onCancel: () => void;
  /** The button that begins it. */
  readonly children: ReactNode;
}

/** The end of a dialog that begins an act on a list. */
export function ActFoot({ note, problem, onCancel, children }: ActFootProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.note}>{note}</p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.end}>
        <Button variant="default" onClick={onCancel}>
          {t('actions.cancel')}
        </Button>
        {children}
      </div>
    </>
  );
}
