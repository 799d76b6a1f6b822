import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useMay } from '../../lib/signed-in.ts';
import { BulkMenu } from '../../ui/bulk/BulkMenu.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Selected } from '../../ui/table/use-selection.ts';
import { ProductBulkForm, type ProductBulkKind, type ProductQuestion } from './ProductBulkForm.tsx';

const KINDS = ['category', 'taxRateBp', 'status'] as const satisfies readonly ProductBulkKind[];

interface ProductBulkProps {
  readonly selected: Selected<ProductRow>;
  readonly question: ProductQuestion;
  readonly onDone: () => void;
}

/** What is done to many products at once. */
export function ProductBulk({ selected, question, onDone }: ProductBulkProps) {
  const { t } = useTranslation();
  const mayWrite = useMay('product.write');
  const [kind, setKind] = useState<ProductBulkKind | null>(null);
  const close = () => setKind(null);
  if (!mayWrite) return null;
  return (
    <>
      <BulkMenu acts={KINDS.map((each) => ({ kind: each, words: t(`bulk.products.${each}`) }))} onChoose={setKind} />
      <Dialog
        opened={kind !== null}
        onClose={close}
        title={kind && t(`bulk.productsTitle.${kind}`, { count: selected.count })}
        escCloses={false}
      >
        {kind && (
          <ProductBulkForm kind={kind} selected={selected} question={question} onDone={onDone} onClose={close} />
        )}
      </Dialog>
    </>
  );
}
