import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PRODUCT_FIELDS, type ProductField } from '../../../shared/products/product-fields.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Choice, FilterTerms } from '../../ui/filters/filter-terms.ts';

const isFlag = (field: string): field is 'hasBarcode' | 'hasCategory' | 'belowCost' =>
  field in PRODUCT_FIELDS && PRODUCT_FIELDS[field as ProductField].kind === 'flag';

/** What the product list can be filtered by, in words. */
export function useProductFilterTerms(): FilterTerms {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const known = useQuery(trpc.products.choices.queryOptions()).data;
  return useMemo(() => {
    const choices: Partial<Record<ProductField, readonly Choice[]>> = {
      category: known?.categories ?? [],
      taxRate: (known?.taxRatesBp ?? []).map((rateBp) => ({ value: String(rateBp), words: format.percent(rateBp) })),
      status: (['active', 'discontinued'] as const).map((value) => ({ value, words: t(`products.status.${value}`) })),
      unit: (['piece', 'kg'] as const).map((value) => ({ value, words: t(`products.unitLong.${value}`) })),
    };
    return {
      fields: PRODUCT_FIELDS,
      words: (field) => t(`filters.products.${field as ProductField}`),
      choices: (field) => choices[field as ProductField] ?? [],
      flag: (field, is) => (isFlag(field) ? t(`filters.productFlags.${field}.${is}`) : field),
    };
  }, [t, format, known]);
}
