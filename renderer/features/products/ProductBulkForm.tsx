import { Autocomplete, Group, Radio, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PRODUCT_SORTS, ProductRow } from '../../../shared/contract/products.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Condition } from '../../../shared/lists/conditions.ts';
import type { ProductBulkAct } from '../../../shared/products/product-bulk.ts';
import { PRODUCT_STATUSES } from '../../../shared/products/product-statuses.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { readTaxRate, STANDARD_TAX_RATE } from '../../lib/tax-rate-text.ts';
import { BulkDialog } from '../../ui/bulk/BulkDialog.tsx';
import type { Selected } from '../../ui/table/use-selection.ts';

export type ProductBulkKind = ProductBulkAct['kind'];
export interface ProductQuestion {
  readonly q: string;
  readonly where: Condition[];
  readonly sort: (typeof PRODUCT_SORTS)[number];
  readonly descending: boolean;
}
type ProductStatus = (typeof PRODUCT_STATUSES)[number];

interface ProductBulkFormProps {
  readonly kind: ProductBulkKind;
  readonly selected: Selected<ProductRow>;
  readonly question: ProductQuestion;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One field of many products, and what setting it would come to. An empty category takes it away. */
export function ProductBulkForm({ kind, selected, question, onDone, onClose }: ProductBulkFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const choices = useQuery(trpc.products.choices.queryOptions());
  const [category, setCategory] = useState('');
  const [tax, setTax] = useState(STANDARD_TAX_RATE);
  const [status, setStatus] = useState<ProductStatus>('discontinued');
  const taxRateBp = readTaxRate(tax);
  const acts: Readonly<Record<ProductBulkKind, ProductBulkAct>> = {
    category: { kind: 'category', category: category.trim() || null },
    taxRateBp: { kind: 'taxRateBp', taxRateBp: taxRateBp ?? 0 },
    status: { kind: 'status', status },
  };
  const act = acts[kind];
  const isWrong = kind === 'taxRateBp' && taxRateBp === null;
  const selection = selected.all
    ? { matching: question, except: selected.except as Id<'product'>[] }
    : { ids: selected.rows.map(({ productId }) => productId) };
  const preview = useQuery({
    ...trpc.bulk.previewProducts.queryOptions({ selection, act }),
    placeholderData: keepPreviousData,
    enabled: !isWrong,
  });
  return (
    <BulkDialog
      title={t(`bulk.productsTitle.${kind}`, { count: selected.count })}
      preview={preview.data}
      previewError={preview.error}
      missing={isWrong ? t('products.form.taxBad') : null}
      canUndo
      begin={(runId, count) => client.bulk.products.mutate({ runId, count, selection, act })}
      onDone={() => {
        onClose();
        onDone();
      }}
      onClose={onClose}
    >
      {kind === 'category' && (
        <Autocomplete
          label={t('products.category')}
          description={t('bulk.categoryHelp')}
          data={[...new Set(choices.data?.categories.map(({ words }) => words))]}
          value={category}
          onChange={setCategory}
          openOnFocus={false}
          maxLength={60}
          data-autofocus
        />
      )}
      {kind === 'taxRateBp' && (
        <TextInput
          label={t('products.form.tax')}
          description={t('products.form.taxHelp')}
          inputMode="decimal"
          maxLength={6}
          autoComplete="off"
          value={tax}
          error={isWrong && t('products.form.taxBad')}
          onChange={(event) => setTax(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {kind === 'status' && (
        <Radio.Group
          label={t('products.form.status')}
          value={status}
          onChange={(chosen) => setStatus(chosen as ProductStatus)}
        >
          <Group gap="lg" mt={4}>
            {PRODUCT_STATUSES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`products.status.${each}`)}
                data-autofocus={each === status || undefined}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
    </BulkDialog>
  );
}
