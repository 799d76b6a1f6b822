import type { OfferRow } from '../../../shared/contract/offers.contract.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import type { Saying } from './arg-words.ts';
import { OfferState } from './OfferState.tsx';
import { givesWords, whenWords } from './offer-sentence.ts';

const column = listColumns<OfferRow>();

function windowWords({ window: { from, until } }: OfferRow, { t, format }: Saying): string {
  const day = (local: string) => `${format.date(local.slice(0, 10))} ${local.slice(11)}`;
  if (from && until) return t('promotions.windowOf', { from: day(from), until: day(until) });
  if (from) return t('promotions.windowFrom', { from: day(from) });
  return until ? t('promotions.windowUntil', { until: day(until) }) : t('promotions.noWindow');
}

function budgetWords({ terms: { limits }, discountMinor }: OfferRow, { t, format }: Saying): string {
  const given = format.money(discountMinor);
  return limits.budgetMinor === null
    ? given
    : t('promotions.ofBudget', { given, budget: format.money(limits.budgetMinor) });
}

/** The columns of the list of offers: what it is, how it goes, what it has cost. */
export const offerColumns = (sayingOf: (row: OfferRow) => Saying, saying: Saying): readonly ListColumn<OfferRow>[] => {
  const { t, format } = saying;
  const gives = (row: OfferRow) => givesWords(row.terms, sayingOf(row));
  const when = (row: OfferRow) => whenWords(row.terms, sayingOf(row)) || t('promotions.always');
  return column.columns([
    column.accessor(({ terms }) => terms.name, {
      id: 'name',
      header: t('promotions.column.name'),
      meta: { width: 'minmax(160px, 1fr)' },
    }),
    column.accessor(gives, {
      id: 'gives',
      header: t('promotions.column.gives'),
      meta: { width: 'minmax(200px, 2fr)' },
    }),
    column.accessor(when, { id: 'when', header: t('promotions.column.when'), meta: { width: 'minmax(180px, 2fr)' } }),
    column.accessor('state', {
      header: t('promotions.column.state'),
      cell: ({ row: { original } }) => <OfferState offer={original} />,
      meta: { width: '112px', copy: ({ state }: OfferRow) => t(`promotions.state.${state}`) },
    }),
    column.accessor((row) => windowWords(row, saying), {
      id: 'window',
      header: t('promotions.column.window'),
      meta: { width: 'minmax(112px, 1fr)' },
    }),
    column.accessor('uses', {
      header: t('promotions.column.uses'),
      cell: ({ getValue }) => format.count(getValue()),
      meta: { width: '88px', align: 'end' },
    }),
    column.accessor((row) => budgetWords(row, saying), {
      id: 'budget',
      header: t('promotions.column.budget'),
      meta: { width: '168px', align: 'end' },
    }),
    column.accessor(({ terms }) => terms.group, {
      id: 'group',
      header: t('promotions.column.group'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: '112px', hiddenAtFirst: true },
    }),
    column.accessor(({ terms }) => terms.priority, {
      id: 'priority',
      header: t('promotions.column.priority'),
      meta: { width: '96px', align: 'end', hiddenAtFirst: true },
    }),
  ]);
};
