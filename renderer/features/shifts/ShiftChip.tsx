import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ShiftChip.module.css';

/** The till's shift in the top bar: who opened it, since when, how much so far. Without one, a quiet offer to open it. */
export function ShiftChip({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const maySell = useMay('sale.make');
  const current = useQuery({ ...trpc.shifts.current.queryOptions(), enabled: maySell });
  if (!maySell || current.data === undefined) return null;
  const open = current.data;
  return (
    <button type="button" className={classes.chip} onClick={onOpen} aria-keyshortcuts="Alt+J">
      <IconClock size={16} stroke={1.5} aria-hidden />
      {open ? (
        <>
          <span className={classes.soft}>
            {open.shift.openedBy} {t('shifts.chip.since', { time: format.time(open.shift.openedAtMs) })}
          </span>
          <span className={classes.sum}>{format.money(open.totals.netMinor)}</span>
        </>
      ) : (
        <>
          <span className={classes.soft}>{t('shifts.chip.none')}</span>
          <span className={classes.open}>{t('shifts.chip.open')}</span>
        </>
      )}
    </button>
  );
}
