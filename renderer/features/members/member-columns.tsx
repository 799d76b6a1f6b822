import type { TFunction } from 'i18next';
import type { MemberRow } from '../../../shared/contract/members.contract.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { MEMBER_STATUSES, SOURCES, TIERS } from '../../../shared/members/profile.ts';
import { customName } from '../../../shared/members/profile-values.ts';
import type { TierLadder } from '../../../shared/tiers/ladder.ts';
import { customWords } from '../../lib/custom-fields.ts';
import type { Format } from '../../lib/format.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { Points } from '../../ui/facts/Points.tsx';
import { type ListColumn, listColumns, wordsFor } from '../../ui/table/columns.ts';
import { MemberName } from './MemberName.tsx';
import { TierCell } from './TierCell.tsx';

const column = listColumns<MemberRow>();

/** The member list's columns: who, then the figures, then the days. */
export const memberColumns = (
  t: TFunction,
  format: Format,
  tierNames: TierLadder['names'],
  own: readonly CustomField[],
): readonly ListColumn<MemberRow>[] =>
  column.columns([
    column.accessor('name', {
      header: t('members.name'),
      cell: ({ row: { original } }) => <MemberName name={original.name} status={original.status} />,
      meta: { width: 'minmax(160px, 2fr)', sortKey: 'name', copy: ({ name }: MemberRow) => name ?? '' },
    }),
    column.accessor('phoneMasked', {
      header: t('members.phone'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: 'minmax(128px, 1fr)', copy: ({ phoneMasked }: MemberRow) => phoneMasked ?? '' },
    }),
    column.accessor('tier', {
      header: t('members.list.tier'),
      cell: ({ getValue }) => <TierCell tier={getValue()} />,
      meta: { width: '104px', says: wordsFor(TIERS, (tier) => tierNames[tier] || t(`members.tier.${tier}`)) },
    }),
    column.accessor('balancePoints', {
      header: t('members.list.points'),
      cell: ({ getValue }) => <Points points={getValue()} />,
      meta: { width: '104px', align: 'end', sortKey: 'balancePoints' },
    }),
    column.accessor('purchases', {
      header: t('members.list.purchases'),
      cell: ({ getValue }) => format.count(getValue()),
      meta: { width: '104px', align: 'end', sortKey: 'purchases' },
    }),
    column.accessor('netMinor', {
      header: t('members.list.netSales'),
      cell: ({ getValue }) => <Money minor={getValue()} loss />,
      meta: { width: '128px', align: 'end', sortKey: 'netMinor', copy: (row: MemberRow) => format.plain(row.netMinor) },
    }),
    column.accessor('lastVisitDate', {
      header: t('members.list.lastVisit'),
      cell: ({ getValue }) => dateOrDash(getValue(), format),
      meta: { width: '136px', align: 'end', sortKey: 'lastVisitDate' },
    }),
    column.accessor('enrolledAtMs', {
      header: t('members.list.enrolled'),
      cell: ({ getValue }) => format.day(getValue()),
      meta: {
        width: '136px',
        align: 'end',
        sortKey: 'enrolledAtMs',
        copy: (row: MemberRow) => format.isoDay(row.enrolledAtMs),
      },
    }),
    column.accessor('status', {
      header: t('filters.members.status'),
      cell: ({ row: { original } }) => t(`members.status.${original.status}`),
      meta: {
        width: '104px',
        hiddenAtFirst: true,
        says: wordsFor(MEMBER_STATUSES, (status) => t(`members.status.${status}`)),
      },
    }),
    column.accessor('source', {
      header: t('filters.members.source'),
      cell: ({ row: { original } }) => t(`members.source.${original.source}`),
      meta: {
        width: '112px',
        hiddenAtFirst: true,
        says: wordsFor(SOURCES, (source) => t(`members.source.${source}`)),
      },
    }),
    column.accessor('homeStore', {
      header: t('filters.members.homeStore'),
      meta: { width: 'minmax(128px, 1fr)', hiddenAtFirst: true },
    }),
    column.accessor('debtPoints', {
      header: t('members.figures.debt'),
      cell: ({ getValue }) => <Points points={getValue()} />,
      meta: { width: '104px', align: 'end', hiddenAtFirst: true },
    }),
    ...own.filter(({ retired }) => !retired).map((field) => ownColumn(field, t, format)),
  ]);

/** A field of the store's own: offered, not shown until somebody wants it. */
const ownColumn = (field: CustomField, t: TFunction, format: Format) => {
  const { fieldId, name, kind, options } = field;
  const says = {
    flag: { yes: t('memberFields.yes'), no: t('memberFields.no') },
    choice: Object.fromEntries(options.map((option) => [String(option.key), option.name])),
  };
  return column.accessor(({ custom }) => custom[fieldId] ?? null, {
    id: customName(fieldId),
    header: name,
    cell: ({ getValue }) => {
      const value = getValue();
      return value === null ? '–' : customWords(field, value, t, format);
    },
    meta: {
      width: kind === 'text' ? 'minmax(128px, 1fr)' : '128px',
      hiddenAtFirst: true,
      ...(kind === 'whole' || kind === 'date' ? { align: 'end' as const } : {}),
      ...(kind === 'flag' || kind === 'choice' ? { says: says[kind] } : {}),
    },
  });
};

const dateOrDash = (date: string | null, format: Format) => (date === null ? '–' : format.date(date));
