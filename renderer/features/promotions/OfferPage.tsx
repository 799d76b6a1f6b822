import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { OfferEditor } from './OfferEditor.tsx';

/** One offer: its form, what it says in words, and what it would do to a basket. */
export function OfferPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('offer.write');
  const params = useParams({ from: '/promotions/$offerId' });
  const offerId = params.offerId as Id<'offer'>;
  const { isNew = false } = useSearch({ from: '/promotions/$offerId' });
  const offer = useQuery({ ...trpc.offers.get.queryOptions({ offerId }), enabled: may && !isNew });
  if (may && (isNew || offer.data)) return <OfferEditor key={offerId} offerId={offerId} offer={offer.data ?? null} />;
  return (
    <Page title={t('promotions.title')}>
      {!may && <NoPermission right="offer.write" />}
      {may && offer.error && <ErrorState error={offer.error} onRetry={() => void offer.refetch()} />}
      {may && !offer.error && <LoadingState />}
    </Page>
  );
}
