import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useWayBack } from '../../lib/use-way-back.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartSpec } from '../../ui/chart/chart-spec.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { ProductLedger } from './ProductLedger.tsx';
import { ProductStockActions } from './ProductStockActions.tsx';
import classes from './ProductStockPage.module.css';
import { StockFigures } from './StockFigures.tsx';

/** Everything about a product's stock: what is there, what sells, and every movement. Esc goes back. */
export function ProductStockPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { productId } = useParams({ from: '/stock/products/$productId' });
  const mayRead = useMay('stock.read');
  const stock = useQuery(
    trpc.stock.ofProduct.queryOptions({ productId: productId as StockOfProduct['productId'] }, { enabled: mayRead }),
  );
  const back = useWayBack('/stock');
  useShortcuts(t('stock.page.title'), [{ keys: 'Escape', label: t('actions.back'), run: back }]);
  if (!stock.data)
    return (
      <Page title={t('stock.page.title')}>
        {mayRead ? (
          stock.error ? (
            <ErrorState error={stock.error} onRetry={() => void stock.refetch()} />
          ) : (
            <LoadingState lines={8} />
          )
        ) : (
          <NoPermission right="stock.read" />
        )}
      </Page>
    );
  return (
    <Page
      fill
      title={stock.data.name}
      aside={<span className={classes.sku}>{stock.data.sku}</span>}
      actions={<ProductStockActions key={productId} stock={stock.data} />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
      <section className={classes.scroll} aria-label={t('stock.page.title')} tabIndex={0}>
        <StockFigures stock={stock.data} />
        <div className={classes.sides}>
          <ProductLedger key={productId} stock={stock.data} />
          <WeeksChart stock={stock.data} />
        </div>
      </section>
    </Page>
  );
}

function WeeksChart({ stock }: { readonly stock: StockOfProduct }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spec = useMemo<ChartSpec>(
    () => ({
      kind: 'bar',
      title: t('stock.page.chart'),
      categoryLabel: t('stock.page.week'),
      categories: stock.weeks.map(({ firstDate }) => firstDate.slice(5)),
      series: [
        {
          name: t('stock.page.sold'),
          unit: t(`products.unit.${stock.unit}`),
          values: stock.weeks.map(({ soldThousandths }) => soldThousandths),
          format: format.quantity,
        },
      ],
    }),
    [stock, t, format],
  );
  return <Chart spec={spec} />;
}
