import type { TFunction } from 'i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import type { Format } from '../../lib/format.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { ImportPhase } from './ImportPhase.tsx';
import { targetName } from './import-words.ts';

const column = listColumns<ImportView>();
const FIGURES = ['added', 'updated', 'skipped', 'leftOut'] as const;

/** The columns of the list of imports: what and how far, the figures, when and by whom. */
export const importColumns = (t: TFunction, format: Format, language: string): readonly ListColumn<ImportView>[] =>
  column.columns([
    column.accessor('fileName', { header: t('imports.list.file'), meta: { width: 'minmax(180px, 2fr)' } }),
    column.accessor('target', {
      header: t('imports.list.what'),
      cell: ({ getValue }) => targetName(getValue(), language),
      meta: { width: '136px' },
    }),
    column.accessor('phase', {
      header: t('imports.list.state'),
      cell: ({ row: { original } }) => <ImportPhase view={original} />,
      meta: { width: 'minmax(160px, 1fr)' },
    }),
    ...FIGURES.map((figure) =>
      column.accessor(figure, {
        header: t(`imports.list.${figure}`),
        cell: ({ getValue }) => format.count(getValue()),
        meta: { width: '96px', align: 'end' },
      }),
    ),
    column.accessor('startedAtMs', {
      header: t('imports.list.when'),
      cell: ({ getValue }) => <RelativeTime atMs={getValue()} />,
      meta: { width: '120px' },
    }),
    column.accessor('startedBy', {
      header: t('imports.list.who'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: '104px' },
    }),
  ]);
