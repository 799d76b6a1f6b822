import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { condition, unmet } from '../terms.ts';

/** The member is one that a campaign treats, and the campaign is live. Put to an offer when its campaign goes live. */
export const campaign = condition({
  args: z.object({ kind: z.literal('campaign'), campaignId: idOf('campaign') }),
  fields: { campaignId: 'campaign' },
  reasons: ['no-member', 'not-in-campaign', 'campaign-control', 'campaign-not-running', 'budget-used-up'],
  sees: 'visit',
  once: true,
  unmet({ campaignId }, { member }) {
    if (!member) return unmet('no-member');
    switch (member.campaigns.get(campaignId) ?? 'outside') {
      case 'treated':
        return null;
      case 'control':
        return unmet('campaign-control');
      case 'stopped':
        return unmet('campaign-not-running');
      case 'used-up':
        return unmet('budget-used-up');
      case 'outside':
        return unmet('not-in-campaign');
    }
  },
});
