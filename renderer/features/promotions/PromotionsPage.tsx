import { Button } from '@mantine/core';
import { IconDiscount, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferRow } from '../../../shared/contract/offers.contract.ts';
import type { OFFER_STATES } from '../../../shared/promotions/offer-state.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { offerDrafts } from './kept-draft.ts';
import { offerColumns } from './offer-columns.tsx';
import { useSaying } from './use-saying.ts';

type Filter = 'all' | (typeof OFFER_STATES)[number];
const FILTERS = ['all', 'live', 'draft', 'paused', 'ended'] as const satisfies readonly Filter[];

/** Every offer: what it gives, when, how it goes. Enter opens one, F6 begins another. */
export function PromotionsPage() {
  const { t } = useTranslation();
  const may = useMay('offer.write');
  return may ? (
    <Offers />
  ) : (
    <Page fill title={t('promotions.title')}>
      <NoPermission right="offer.write" />
    </Page>
  );
}

function Offers() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>('all');
  const saying = useSaying(nobody);
  const columns = useMemo(() => {
    const sayingOf = ({ named }: OfferRow) => ({
      ...saying,
      nameOf: (id: string) => named.find((each) => each.id === id)?.name ?? null,
    });
    return offerColumns(sayingOf, saying);
  }, [saying]);
  const add = () =>
    void navigate({
      to: '/promotions/$offerId',
      params: { offerId: offerDrafts.unsaved() ?? newId<'offer'>() },
      search: { isNew: true },
    });
  useShortcuts(t('promotions.title'), [{ keys: 'F6', label: t('promotions.add'), run: add }]);

  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={add}>
      {t('promotions.add')}
    </Button>
  );
  return (
    <Page fill title={t('promotions.title')} actions={addButton}>
      <DataTable<OfferRow>
        label={t('promotions.title')}
        columns={columns}
        rowId={({ offerId }) => offerId}
        onOpen={({ offerId }) => void navigate({ to: '/promotions/$offerId', params: { offerId } })}
        controls={
          <Choices
            label={t('promotions.filterLabel')}
            chosen={filter}
            onChoose={setFilter}
            choices={FILTERS.map((value) => ({ value, words: t(`promotions.filter.${value}`) }))}
          />
        }
        empty={
          filter === 'all' ? (
            <EmptyState
              icon={<IconDiscount size={24} stroke={1.5} aria-hidden />}
              title={t('promotions.empty')}
              body={t('promotions.emptyBody')}
              action={addButton}
            />
          ) : (
            <EmptyState title={t('promotions.emptyState')} />
          )
        }
        fetchWindow={(window) => trpc.offers.list.queryOptions({ state: filter === 'all' ? null : filter, ...window })}
      />
    </Page>
  );
}

const nobody = () => null;
