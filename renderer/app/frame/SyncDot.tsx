import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './SyncDot.module.css';

/** The sync state as one quiet dot; words on hover and focus. A store without headquarters keeps everything here. */
export function SyncDot() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('frame.notConnected')} position="right" events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes.dot} aria-label={t('frame.notConnected')} />
    </Tooltip>
  );
}
