import type { Id } from '../kernel/id.ts';
import { CHANNELS, type Channel } from '../messages/message.ts';
import type { CampaignTerms } from './campaign.ts';

/** The channels by which a plan sends messages. */
export const messageChannelsOf = ({ channels }: Pick<CampaignTerms, 'channels'>): Channel[] =>
  CHANNELS.filter((channel) => channels.includes(channel));

const PREFIX = 'campaign:';

/** What a campaign's messages are for: once a member and channel. */
export const campaignOccasion = (campaignId: Id<'campaign'>, channel: Channel): string =>
  `${PREFIX}${campaignId}:${channel}`;

/** The campaign that a message is for, or null. */
export const campaignOfOccasion = (occasion: string | null): Id<'campaign'> | null =>
  occasion?.startsWith(PREFIX) ? ((occasion.split(':')[1] ?? '') as Id<'campaign'>) : null;
