import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import type { ShownReport } from './shown-report.ts';
import classes from './value.module.css';

type Row = ShownReport['segments'][number];

/** The named segments with what to do about each; a row leads to its members. */
export function SegmentTable({ report: { segments, buyers } }: { readonly report: ShownReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const columns = useMemo(
    (): readonly FactColumn<Row>[] => [
      {
        id: 'name',
        header: t('value.segments.name'),
        cell: ({ segment }) => t(`value.segment.${segment}`),
        opens: true,
      },
      {
        id: 'members',
        header: t('value.segments.members'),
        cell: ({ members }) => format.count(members),
        align: 'end',
      },
      {
        id: 'share',
        header: t('value.segments.share'),
        cell: ({ members }) => format.percent(Math.round((1_000 * members) / buyers) * 10),
        align: 'end',
      },
      {
        id: 'sales',
        header: t('value.segments.sales'),
        cell: ({ netMinor }) => format.money(netMinor),
        align: 'end',
      },
      {
        id: 'do',
        header: t('value.segments.do'),
        cell: ({ segment }) => t(`value.advice.${segment}`),
        grow: true,
      },
    ],
    [t, format, buyers],
  );
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('value.segments.title')}</h2>
      <FactTable
        label={t('value.segments.title')}
        columns={columns}
        rows={segments}
        rowId={({ segment }) => segment}
        onOpen={({ segment }) =>
          void navigate({
            to: '/members',
            search: { where: [{ field: 'rfmSegment', is: 'any-of', values: [segment] }] },
          })
        }
      />
    </section>
  );
}
