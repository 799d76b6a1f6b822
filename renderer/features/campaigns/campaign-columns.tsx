import type { TFunction } from 'i18next';
import type { CampaignRow } from '../../../shared/contract/campaigns.contract.ts';
import type { Format } from '../../lib/format.ts';
import { rangeWords, roundMoney } from '../../ui/facts/estimate-words.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { CampaignState } from './CampaignState.tsx';

const column = listColumns<CampaignRow>();

/** The columns of the list of campaigns: when, for how many, what it costs, what it brings. */
export const campaignColumns = (t: TFunction, format: Format): readonly ListColumn<CampaignRow>[] =>
  column.columns([
    column.accessor(({ terms }) => terms.name, {
      id: 'name',
      header: t('campaigns.column.name'),
      meta: { width: 'minmax(140px, 2fr)' },
    }),
    column.accessor('state', {
      header: t('campaigns.column.state'),
      cell: ({ row: { original } }) => <CampaignState campaign={original} />,
      meta: { width: '104px', copy: ({ state }: CampaignRow) => t(`campaigns.state.${state}`) },
    }),
    column.accessor(
      ({ terms, lastDate }) => t('campaigns.days', { from: format.date(terms.from), until: format.date(lastDate) }),
      { id: 'days', header: t('campaigns.column.days'), meta: { width: 'minmax(256px, 1fr)' } },
    ),
    column.accessor('treated', {
      header: t('campaigns.column.treated'),
      cell: ({ getValue }) => (getValue() === 0 ? '–' : format.count(getValue())),
      meta: { width: '88px', align: 'end' },
    }),
    column.accessor('redemptions', {
      header: t('campaigns.column.redemptions'),
      cell: ({ getValue }) => format.count(getValue()),
      meta: { width: '88px', align: 'end' },
    }),
    column.accessor(
      ({ terms, discountMinor }) =>
        t('campaigns.ofBudget', { given: format.money(discountMinor), budget: format.money(terms.budgetMinor) }),
      { id: 'cost', header: t('campaigns.column.cost'), meta: { width: 'minmax(152px, 1fr)', align: 'end' } },
    ),
    column.accessor(({ salesMinor }) => rangeWords(salesMinor, t, (minor) => roundMoney(minor, format)), {
      id: 'brought',
      header: t('campaigns.column.brought'),
      meta: { width: 'minmax(240px, 2fr)', align: 'end' },
    }),
  ]);
