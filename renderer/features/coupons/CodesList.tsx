import { Button } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponKindRow, CouponRow } from '../../../shared/contract/coupons.contract.ts';
import type { CouponExportColumn } from '../../../shared/contract/exports.contract.ts';
import { COUPON_CONDITIONS, type CouponCondition } from '../../../shared/coupons/standing.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Choices } from '../../ui/Choices.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { codeColumns } from './code-columns.tsx';
import { RecallDialog } from './RecallDialog.tsx';

type Filter = 'all' | CouponCondition;
/** What one act may take back. */
const MOST_AT_ONCE = 200;
const FILTERS = ['all', ...COUPON_CONDITIONS] as const satisfies readonly Filter[];

/** Every code of a kind, by state; unused ones that are selected can be taken back. */
export function CodesList({ kind }: { readonly kind: CouponKindRow }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('all');
  const [recalling, setRecalling] = useState<{ readonly codes: readonly string[]; readonly done: () => void } | null>(
    null,
  );
  const columns = useMemo(() => codeColumns(t, format), [t, format]);
  const { kindId } = kind;
  return (
    <>
      <DataTable<CouponRow>
        label={t('coupons.codes.label')}
        columns={columns}
        rowId={({ code }) => code}
        controls={
          <Choices
            label={t('coupons.codes.filterLabel')}
            chosen={filter}
            onChoose={setFilter}
            choices={FILTERS.map((value) => ({ value, words: t(`coupons.codes.filter.${value}`) }))}
          />
        }
        beginExport={({ columns: shown, fullPhones: _, ...terms }) =>
          client.exports.coupons.mutate({
            kindId,
            condition: filter === 'all' ? null : filter,
            ...terms,
            columns: shown as CouponExportColumn[],
          })
        }
        renderSelectionActions={(selected, clear) => (
          <Button
            size="compact-sm"
            variant="default"
            disabled={selected.all || selected.count > MOST_AT_ONCE}
            title={
              selected.all || selected.count > MOST_AT_ONCE
                ? t('coupons.recall.tooMany', { most: MOST_AT_ONCE })
                : undefined
            }
            onClick={() => setRecalling({ codes: selected.rows.map(({ code }) => code), done: clear })}
          >
            {t('coupons.recall.action')}
          </Button>
        )}
        empty={
          filter === 'all' ? (
            <EmptyState
              icon={<IconTicket size={24} stroke={1.5} aria-hidden />}
              title={t('coupons.codes.empty')}
              body={t('coupons.codes.emptyBody')}
            />
          ) : (
            <EmptyState title={t('coupons.codes.emptyState')} />
          )
        }
        fetchWindow={(window) =>
          trpc.coupons.codes.queryOptions({ kindId, condition: filter === 'all' ? null : filter, ...window })
        }
      />
      {recalling && <RecallDialog codes={recalling.codes} onDone={recalling.done} onClose={() => setRecalling(null)} />}
    </>
  );
}
