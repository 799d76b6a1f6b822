import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { Places } from '../../ui/Places.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';

const PLACES = [
  { to: '/stock', word: 'stock.tabs.levels' },
  { to: '/stock/to-order', word: 'stock.tabs.toOrder' },
  { to: '/stock/requests', word: 'stock.tabs.requests' },
  { to: '/stock/documents', word: 'stock.tabs.documents' },
] as const;

interface StockFrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The lists of the stock, one beside the other. */
export function StockFrame({ actions, children }: StockFrameProps) {
  const { t } = useTranslation();
  const mayRead = useMay('stock.read');
  return (
    <Page fill title={t('stock.title')} actions={actions}>
      {mayRead ? (
        <>
          <Places label={t('stock.tabs.label')} places={PLACES.map(({ to, word }) => ({ to, words: t(word) }))} />
          {children}
        </>
      ) : (
        <NoPermission right="stock.read" />
      )}
    </Page>
  );
}
