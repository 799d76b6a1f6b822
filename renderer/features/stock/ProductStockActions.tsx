import { Button } from '@mantine/core';
import { IconAdjustments, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { AdjustDialog } from './AdjustDialog.tsx';
import { TermsDialog } from './TermsDialog.tsx';

/** What can be done with a product's stock, only for whoever may. */
export function ProductStockActions({ stock }: { readonly stock: StockOfProduct }) {
  const { t } = useTranslation();
  const mayMove = useMay('stock.move');
  const [doing, setDoing] = useState<'terms' | 'adjust' | null>(null);
  const mayAdjust = mayMove && stock.stocked;
  useShortcuts(t('stock.page.title'), [
    { keys: 'F2', label: t('stock.page.settings'), run: () => setDoing('terms'), when: mayMove },
    { keys: 'F7', label: t('stock.page.adjust'), run: () => setDoing('adjust'), when: mayAdjust },
  ]);
  const done = () => setDoing(null);
  if (!mayMove) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSettings size={16} stroke={1.5} aria-hidden />}
        aria-keyshortcuts="F2"
        onClick={() => setDoing('terms')}
      >
        {t('stock.page.settings')}
      </Button>
      {mayAdjust && (
        <Button
          leftSection={<IconAdjustments size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F7"
          onClick={() => setDoing('adjust')}
        >
          {t('stock.page.adjust')}
        </Button>
      )}
      <TermsDialog stock={stock} opened={doing === 'terms'} onClose={done} />
      <AdjustDialog stock={stock} opened={doing === 'adjust'} returned={null} onClose={done} />
    </>
  );
}
