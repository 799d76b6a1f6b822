import { Button } from '@mantine/core';
import { IconCopy, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SelectionBar.module.css';

interface SelectionBarProps {
  readonly count: number;
  /** Offers to pick all that match; undefined where they are. */
  readonly onPickAll: (() => void) | undefined;
  readonly total: number;
  readonly onCopy: () => void;
  readonly onClear: () => void;
  /** What can be done with them, from the page. */
  readonly children: ReactNode;
}

/** Under a list while rows are selected: how many, and what can be done with them. */
export function SelectionBar({ count, total, onPickAll, onCopy, onClear, children }: SelectionBarProps) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t('table.selection.label')} className={classes.bar}>
      <span role="status" className={classes.count}>
        {t('table.selection.count', { count })}
      </span>
      {onPickAll && (
        <Button variant="subtle" size="compact-sm" aria-keyshortcuts="Control+A" onClick={onPickAll}>
          {t('table.selection.pickAll', { count: total })}
        </Button>
      )}
      <span className={classes.acts}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCopy size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Control+C"
          onClick={onCopy}
        >
          {t('actions.copy')}
        </Button>
        {children}
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconX size={16} stroke={1.5} aria-hidden />}
          onClick={onClear}
        >
          {t('table.selection.clear')}
        </Button>
      </span>
    </div>
  );
}
