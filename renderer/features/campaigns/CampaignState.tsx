import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CampaignRow } from '../../../shared/contract/campaigns.contract.ts';

const COLOURS = { draft: 'gray', approved: 'blue', live: 'teal', paused: 'amber', ended: 'gray' } as const;

type Shown = Pick<CampaignRow, 'state' | 'phase' | 'freeze'>;

/** Where a campaign stands; a live one also where today lies to its days. */
export function CampaignState({ campaign: { state, phase, freeze } }: { readonly campaign: Shown }) {
  const { t } = useTranslation();
  const isQuiet = (state === 'live' && phase !== 'running') || freeze !== 'none';
  const words =
    freeze === 'freezing'
      ? t('campaigns.freezing')
      : freeze === 'stopped'
        ? t('campaigns.stopped')
        : state === 'live'
          ? t(`campaigns.phase.${phase}`)
          : t(`campaigns.state.${state}`);
  return (
    <Badge variant="light" color={isQuiet ? 'amber' : COLOURS[state]} size="sm" radius="sm" tt="none">
      {words}
    </Badge>
  );
}
