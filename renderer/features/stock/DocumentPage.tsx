import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockDocument } from '../../../shared/contract/stock.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useWayBack } from '../../lib/use-way-back.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Page } from '../../ui/Page.tsx';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import classes from './DocumentPage.module.css';
import { DocumentPaper } from './DocumentPaper.tsx';
import { documentTitle } from './document-words.ts';

/** One receipt, count or adjustment; it can be printed, and taken back whole. Esc goes back. */
export function DocumentPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const params = useParams({ from: '/stock/documents/$documentId' });
  const documentId = params.documentId as StockDocument['documentId'];
  const found = useQuery(trpc.stock.document.queryOptions({ documentId }));
  const back = useWayBack('/stock/documents');
  useShortcuts(t('stock.document.what'), [
    { keys: 'Escape', label: t('actions.back'), run: back },
    { keys: 'Ctrl+P', label: t('stock.document.print'), run: () => window.print() },
  ]);
  const document = found.data;
  if (!document)
    return (
      <Page title={t('stock.document.what')}>
        {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <LoadingState />}
      </Page>
    );
  const related = document.reversesId ?? document.reversedById;
  return (
    <Page
      title={documentTitle(document, t)}
      aside={
        <>
          {document.reversedById && (
            <Badge variant="light" color="gray" radius="sm" tt="none">
              {t('stock.document.reversed')}
            </Badge>
          )}
          {related && (
            <Link to="/stock/documents/$documentId" params={{ documentId: related }} className={classes.related}>
              {t(document.reversesId ? 'stock.document.seeOriginal' : 'stock.document.seeReversal')}
            </Link>
          )}
        </>
      }
      actions={
        <>
          <ReverseButton key={documentId} document={document} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
            aria-keyshortcuts="Control+P"
            onClick={() => window.print()}
          >
            {t('stock.document.print')}
          </Button>
        </>
      }
    >
      <DocumentPaper document={document} />
      <PrintSheet sheet="of-the-printer">
        <DocumentPaper document={document} />
      </PrintSheet>
    </Page>
  );
}

/** Takes a document back, asked for by name, since the goods must really go. */
function ReverseButton({ document }: { readonly document: StockDocument }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const mayMove = useMay('stock.move');
  const [asking, setAsking] = useState(false);
  const [reversalId] = useState(() => newId<'stock-document'>());
  const reverse = useMutation(
    trpc.stock.reverse.mutationOptions({
      onSuccess: ({ documentId }) => {
        notifications.show({ message: t('stock.document.reverseDone') });
        void navigate({ to: '/stock/documents/$documentId', params: { documentId } });
      },
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
      onSettled: () => setAsking(false),
    }),
  );
  const can = mayMove && document.kind !== 'count' && document.reversesId === null && document.reversedById === null;
  if (!can) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} stroke={1.5} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('stock.document.reverse')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('stock.document.reverseTitle')}
        body={t('stock.document.reverseBody')}
        confirm={t('stock.document.reverse')}
        busy={reverse.isPending}
        onConfirm={() => reverse.mutate({ documentId: reversalId, reversesId: document.documentId })}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
