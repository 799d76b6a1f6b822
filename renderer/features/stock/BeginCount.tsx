import { Select, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_STOCK_LINES } from '../../../shared/contract/stock.contract.ts';
import type { CountDraft } from '../../../shared/stock/drafts.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useWayBack } from '../../lib/use-way-back.ts';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import classes from './CountPage.module.css';

/** What is counted: everything, or one category. */
export function BeginCount({ onBegin }: { readonly onBegin: (draft: CountDraft) => void }) {
  const trpc = useTRPC();
  const categories = useQuery(trpc.stock.categories.queryOptions());
  if (categories.error) return <ErrorState error={categories.error} onRetry={() => void categories.refetch()} />;
  return categories.data ? <BeginForm categories={categories.data} onBegin={onBegin} /> : <LoadingState />;
}

interface BeginFormProps {
  readonly categories: readonly string[];
  readonly onBegin: (draft: CountDraft) => void;
}

function BeginForm({ categories, onBegin }: BeginFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const back = useWayBack('/stock');
  const [problem, setProblem] = useState<string | undefined>();
  const form = useForm({
    initial: { category: '' },
    save: async ({ category }) => {
      const sheet = await queries.fetchQuery(
        trpc.stock.countSheet.queryOptions({ category: category || null }, { staleTime: 0 }),
      );
      if (sheet.length > MAX_STOCK_LINES) return setProblem(t('stock.count.tooMany', { count: MAX_STOCK_LINES }));
      if (sheet.length === 0) return setProblem(t('stock.count.nothing'));
      onBegin({
        documentId: newId<'stock-document'>(),
        category: category || null,
        moment: '',
        lines: sheet.map(({ barcode: _, ...product }) => ({ ...product, counted: '', atMs: null })),
      });
    },
  });
  return (
    <div className={classes.begin}>
      <Form form={form} label={t('stock.count.title')} onLeave={back}>
        <Text c="var(--ink-soft)">{t('stock.count.beginBody')}</Text>
        <Select
          label={t('stock.count.what')}
          data={[
            { value: '', label: t('stock.count.everything') },
            ...categories.map((category) => ({ value: category, label: category })),
          ]}
          data-autofocus
          {...form.field('category')}
          error={problem}
        />
        <FormActions form={form} save={t('stock.count.begin')} />
      </Form>
    </div>
  );
}
