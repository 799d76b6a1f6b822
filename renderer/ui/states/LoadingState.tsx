import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';
import { useAfter } from './use-after.ts';

/** A skeleton of `lines` lines, shown after 150 ms so that a quick answer never flickers. */
export function LoadingState({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  const late = useAfter(150);
  if (!late) return null;
  return (
    <div role="status" aria-label={t('states.loading')} className={classes.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} width={`${[92, 78, 85, 64][line % 4]}%`} radius="sm" />
      ))}
    </div>
  );
}
