import { Badge, Button, Menu } from '@mantine/core';
import { IconFileText, IconFilter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockDocumentHead } from '../../../shared/contract/stock.contract.ts';
import { STOCK_DOCUMENT_KINDS } from '../../../shared/stock/stock.facts.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { aboutDocument, documentTitle } from './document-words.ts';
import { StockActions } from './StockActions.tsx';
import { StockFrame } from './StockFrame.tsx';

type Kind = StockDocumentHead['kind'];
const column = listColumns<StockDocumentHead>();

const documentColumns = (t: TFunction, format: Format): readonly ListColumn<StockDocumentHead>[] =>
  column.columns([
    column.accessor('occurredAtMs', {
      header: t('stock.document.when'),
      cell: ({ getValue }) => format.dateTime(getValue()),
      meta: { width: '180px' },
    }),
    column.accessor('kind', {
      header: t('stock.document.what'),
      cell: ({ row: { original } }) => documentTitle(original, t),
      meta: { width: '180px' },
    }),
    column.display({
      id: 'about',
      header: t('stock.document.about'),
      cell: ({ row: { original } }) => aboutDocument(original, t) || '–',
      meta: { width: 'minmax(200px, 2fr)' },
    }),
    column.accessor('reversedById', {
      header: t('stock.document.state'),
      cell: ({ getValue }) =>
        getValue() && (
          <Badge variant="light" color="gray" size="sm" radius="sm" tt="none">
            {t('stock.document.reversed')}
          </Badge>
        ),
      meta: { width: '120px' },
    }),
    column.accessor('lineCount', {
      header: t('stock.document.lines'),
      cell: ({ getValue }) => format.count(getValue()),
      meta: { width: '90px', align: 'end' },
    }),
    column.accessor('staffName', {
      header: t('stock.document.staff'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: '140px' },
    }),
  ]);

/** Receipts, counts and adjustments, newest first; Enter opens one. */
export function DocumentsPage() {
  return (
    <StockFrame actions={<StockActions />}>
      <DocumentList />
    </StockFrame>
  );
}

function DocumentList() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind | null>(null);
  const columns = useMemo(() => documentColumns(t, format), [t, format]);
  return (
    <DataTable<StockDocumentHead>
      label={t('stock.tabs.documents')}
      columns={columns}
      rowId={(row) => row.documentId}
      onOpen={({ documentId }) => void navigate({ to: '/stock/documents/$documentId', params: { documentId } })}
      controls={
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}>
              {t('stock.document.byKind')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.RadioGroup value={kind ?? ''} onChange={(value) => setKind(value === '' ? null : (value as Kind))}>
              <Menu.RadioItem value="" closeMenuOnClick>
                {t('stock.document.any')}
              </Menu.RadioItem>
              {STOCK_DOCUMENT_KINDS.map((each) => (
                <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                  {t(`stock.document.kind.${each}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
      }
      filters={{
        chips: kind
          ? [
              {
                id: 'kind',
                sentence: t('stock.document.kindIs', { kind: t(`stock.document.kind.${kind}`) }),
                onRemove: () => setKind(null),
              },
            ]
          : [],
        onClear: () => setKind(null),
      }}
      empty={
        <EmptyState
          icon={<IconFileText size={24} stroke={1.5} aria-hidden />}
          title={t('stock.document.empty')}
          body={t('stock.document.emptyBody')}
        />
      }
      fetchWindow={(window) => trpc.stock.documents.queryOptions({ kind, ...window })}
    />
  );
}
