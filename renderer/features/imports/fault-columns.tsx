import type { TFunction } from 'i18next';
import type { FaultyRow } from '../../../shared/contract/imports.contract.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { faultsInWords } from './import-words.ts';

const column = listColumns<FaultyRow>();

/** One line, whole on hover. */
const Line = ({ text }: { readonly text: string }) => <span title={text}>{text}</span>;

/** A row that stays out: its number in the file, what is wrong, what stands in it. */
export const faultColumns = (t: TFunction, language: string, target: Target): readonly ListColumn<FaultyRow>[] =>
  column.columns([
    column.accessor('row', { header: t('imports.summary.row'), meta: { width: '72px', align: 'end' } }),
    column.accessor('faults', {
      header: t('imports.summary.problem'),
      cell: ({ getValue }) => <Line text={faultsInWords(target, getValue(), language)} />,
      meta: { width: 'minmax(320px, 3fr)' },
    }),
    column.accessor('cells', {
      header: t('imports.summary.cells'),
      cell: ({ getValue }) => <Line text={getValue().filter(Boolean).join(' · ')} />,
      meta: { width: 'minmax(240px, 2fr)' },
    }),
  ]);
