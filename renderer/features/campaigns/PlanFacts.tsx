import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignTerms } from '../../../shared/campaigns/campaign.ts';
import { messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import { useTRPC } from '../../lib/api.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DefinitionList } from '../../ui/facts/DefinitionList.tsx';
import { partWords } from '../../ui/facts/estimate-words.ts';
import { sentence } from '../../ui/filters/sentence.ts';
import { useMemberFilterTerms } from '../../ui/members/member-filter-terms.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** The plan read back. What is not typed yet is a dash. */
export function PlanFacts({ draft }: { readonly draft: CampaignDraft }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const terms = useMemberFilterTerms();
  const sends = messageChannelsOf(draft);
  const places = minorDigits(useStoreFacts().currency);
  const offers = useQuery(trpc.offers.list.queryOptions({ state: null, offset: 0, limit: 200 })).data?.rows ?? [];
  const templates = useQuery({ ...trpc.messages.templates.queryOptions(), enabled: sends.length > 0 }).data ?? [];
  const channelWords = (channel: CampaignTerms['channels'][number]) => {
    const name =
      channel !== 'till' && templates.find(({ templateId }) => templateId === draft.templates[channel])?.name;
    return name
      ? t('campaigns.channelBy', { channel: t(`campaigns.channel.${channel}`), template: name })
      : t(`campaigns.channel.${channel}`);
  };
  const list = (words: readonly string[]) =>
    words.length === 0 ? '–' : new Intl.ListFormat(i18n.language, { type: 'unit' }).format(words);
  const money = (text: string) => format.money(readDecimal(text, places) ?? 0);
  const day = (date: string) => (date === '' ? '–' : format.date(date));
  const facts = {
    goal: t('campaigns.wizard.review.goalValue', {
      goal: t(`campaigns.goal.${draft.goal}`),
      rise: partWords((readDecimal(draft.rise, 0) ?? 0) / 100, format),
    }),
    audience:
      draft.audience.length === 0
        ? t('campaigns.wizard.everybody')
        : list(draft.audience.map((condition) => sentence(condition, terms, t, format, i18n.language))),
    offers: list(draft.offerIds.map((id) => offers.find(({ offerId }) => offerId === id)?.terms.name ?? '…')),
    budget: t('campaigns.wizard.review.budgetValue', { budget: money(draft.budget), other: money(draft.otherCost) }),
    days: t('campaigns.days', { from: day(draft.from), until: day(draft.until) }),
    channels: list(draft.channels.map(channelWords)),
    control: format.percent(readDecimal(draft.control, 2) ?? 0),
  };
  return (
    <DefinitionList
      facts={(Object.keys(facts) as (keyof typeof facts)[]).map((name) => ({
        label: t(`campaigns.wizard.review.${name}`),
        value: facts[name],
      }))}
    />
  );
}
