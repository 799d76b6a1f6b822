import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProductForm } from './ProductForm.tsx';

interface ProductDialogProps {
  /** The product to change, `new` to add one, null while closed. */
  readonly product: ProductRow | 'new' | null;
  readonly onClose: () => void;
}

/** Adds or changes a product. */
export function ProductDialog({ product, onClose }: ProductDialogProps) {
  const { t } = useTranslation();
  const known = product === 'new' ? null : product;
  return (
    <Dialog
      opened={product !== null}
      onClose={onClose}
      title={known ? t('products.form.editTitle') : t('products.form.addTitle')}
      size={600}
      escCloses={false}
    >
      <ProductForm product={known} onClose={onClose} />
    </Dialog>
  );
}
