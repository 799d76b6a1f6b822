import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HqStatus } from '../../../shared/contract/headquarters.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './SyncDot.module.css';

/** `mend`: somebody has to do something; what waits only waits. */
type Look = 'none' | 'well' | 'waits' | 'mend';

/** Nobody answers, or not now: that passes by itself. */
const PASSES: readonly HqStatus['trouble'][] = ['hq-unreachable', 'hq-busy'];

function lookOf({ enrolment, trouble, isFrozen, waitingRows, exchangedAtMs }: HqStatus): Look {
  if (!enrolment) return 'none';
  if (isFrozen || (trouble && !PASSES.includes(trouble))) return 'mend';
  return trouble || waitingRows > 0 || exchangedAtMs === null ? 'waits' : 'well';
}

function wordsOf(status: HqStatus, t: TFunction, format: Format): string {
  const { enrolment, trouble, isFrozen, waitingRows, exchangedAtMs } = status;
  if (!enrolment) return t('frame.notConnected');
  const waiting = waitingRows > 0 ? [t('headquarters.waiting', { count: waitingRows })] : [];
  if (trouble) return [...waiting, t(`refusals.${trouble}`)].join(' · ');
  if (isFrozen) return t('headquarters.frozen');
  const last =
    exchangedAtMs === null
      ? t('headquarters.dotNever')
      : t('headquarters.dotInStep', { time: format.dateTime(exchangedAtMs) });
  return [...waiting, last].join(' · ');
}

/** The sync state as one quiet dot; words on hover and focus. A store without headquarters keeps everything here. */
export function SyncDot() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const { data } = useQuery(trpc.headquarters.status.queryOptions());
  const words = data ? wordsOf(data, t, format) : t('frame.notConnected');
  return (
    <Tooltip
      label={words}
      position="bottom-start"
      multiline
      maw={360}
      events={{ hover: true, focus: true, touch: true }}
    >
      <button type="button" className={classes.dot} data-look={data ? lookOf(data) : 'none'} aria-label={words} />
    </Tooltip>
  );
}
