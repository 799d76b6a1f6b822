import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfferRow } from '../../../shared/contract/offers.contract.ts';

const COLOURS = { draft: 'gray', live: 'teal', paused: 'amber', ended: 'gray' } as const;

/** Where an offer stands; a live one also where now lies to its window. */
export function OfferState({ offer: { state, phase } }: { readonly offer: Pick<OfferRow, 'state' | 'phase'> }) {
  const { t } = useTranslation();
  const isQuiet = state === 'live' && phase !== 'running';
  return (
    <Badge variant="light" color={isQuiet ? 'amber' : COLOURS[state]} size="sm" radius="sm" tt="none">
      {state === 'live' ? t(`promotions.phase.${phase}`) : t(`promotions.state.${state}`)}
    </Badge>
  );
}
