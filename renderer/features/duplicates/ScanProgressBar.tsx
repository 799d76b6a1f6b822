import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScanProgress } from '../../../shared/contract/quality.contract.ts';
import classes from './DataQuality.module.css';

/** Reading is the first half of the way, comparing nearly all of the other. */
const SHARE = { reading: [0, 50], comparing: [50, 45], keeping: [95, 5] } as const;

/** How far the look has come, and the way to stop it. */
export function ScanProgressBar({
  progress: { phase, done, total },
  onCancel,
}: {
  readonly progress: ScanProgress;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const part = total === 0 ? 0 : done / total;
  const [from, share] = SHARE[phase];
  const words = t(`quality.phase.${phase}`, { done, total, percent: Math.round(part * 100) });
  return (
    <div className={classes.progress}>
      <span className={classes.words} role="status">
        {words}
      </span>
      <Progress className={classes.bar ?? ''} value={from + share * part} aria-label={words} />
      <Button variant="default" onClick={onCancel}>
        {t('quality.cancel')}
      </Button>
    </div>
  );
}
