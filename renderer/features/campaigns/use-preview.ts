import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CampaignPreview } from '../../../shared/contract/campaigns.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { type CampaignDraft, daysOf } from './campaign-draft.ts';

/** Whom the plan reaches as it is typed; null until that is known. */
export function usePreview(draft: CampaignDraft): CampaignPreview | null {
  const trpc = useTRPC();
  const controlBp = Math.min(10_000, readDecimal(draft.control, 2) ?? 0);
  const risePercent = Math.min(500, Math.max(1, readDecimal(draft.rise, 0) ?? 1));
  const asked = { audience: draft.audience, controlBp, risePercent, days: daysOf(draft) };
  return useQuery({ ...trpc.campaigns.preview.queryOptions(asked), placeholderData: keepPreviousData }).data ?? null;
}
