import { SegmentedControl } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MendRow } from '../../../shared/contract/quality.contract.ts';
import { FLAWS, type Flaw } from '../../../shared/members/quality.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import classes from './DataQuality.module.css';
import { mendColumns } from './mend-columns.tsx';

/** Members whose details are to be mended, flaw by flaw; Enter opens one. */
export function MendList() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const [flaw, setFlaw] = useState<Flaw>('phone-missing');
  const columns = useMemo(() => mendColumns(t, format), [t, format]);
  return (
    <>
      <p className={classes.note}>{t('quality.mend.mostShown')}</p>
      <DataTable<MendRow>
        label={t('quality.mend.label')}
        columns={columns}
        rowId={(row) => row.card.memberId}
        onOpen={({ card }) => void navigate({ to: '/members/$memberId', params: { memberId: card.memberId } })}
        controls={
          <SegmentedControl
            aria-label={t('quality.mend.flaw')}
            value={flaw}
            onChange={(next) => setFlaw(next as Flaw)}
            data={FLAWS.map((each) => ({ value: each, label: t(`quality.figures.${each}`) }))}
          />
        }
        empty={
          <EmptyState
            icon={<IconChecks size={24} stroke={1.5} aria-hidden />}
            title={t('quality.mend.none')}
            body={t('quality.mend.noneBody')}
          />
        }
        fetchWindow={(window) => trpc.quality.toMend.queryOptions({ flaw, ...window })}
      />
    </>
  );
}
