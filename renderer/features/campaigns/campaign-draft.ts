import type { CampaignTerms } from '../../../shared/campaigns/campaign.ts';
import { messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import { checkCampaign } from '../../../shared/campaigns/check-campaign.ts';
import { USUAL_CONTROL_BP } from '../../../shared/campaigns/control-group.ts';
import { addDays, dayNumber } from '../../../shared/kernel/instant.ts';
import { CHANNELS } from '../../../shared/messages/message.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';

/** A plan as it is typed. */
export interface CampaignDraft {
  readonly name: string;
  readonly goal: CampaignTerms['goal'];
  readonly rise: string;
  readonly audience: CampaignTerms['audience'];
  readonly offerIds: CampaignTerms['offerIds'];
  readonly budget: string;
  readonly otherCost: string;
  readonly from: string;
  readonly until: string;
  readonly channels: CampaignTerms['channels'];
  readonly templates: CampaignTerms['templates'];
  readonly control: string;
}

export const STEPS = ['goal', 'audience', 'offer', 'budget', 'channels', 'control', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** What can be wrong, and in which step it is put right. */
const STEP_OF = {
  name: 'goal',
  rise: 'goal',
  offerIds: 'offer',
  budget: 'budget',
  otherCost: 'budget',
  from: 'budget',
  until: 'budget',
  channels: 'channels',
  templates: 'channels',
  control: 'control',
} as const satisfies Partial<Record<keyof CampaignDraft, Step>>;
export type WrongField = keyof typeof STEP_OF;

export const wrongIn = (step: Step, wrong: readonly WrongField[]): WrongField[] =>
  wrong.filter((field) => STEP_OF[field] === step);

/** A plan to begin with: two weeks from today on. */
export const blankPlan = (today: string): CampaignDraft => ({
  name: '',
  goal: 'more-visits',
  rise: '5',
  audience: [],
  offerIds: [],
  budget: '',
  otherCost: '0',
  from: today,
  until: addDays(today, 13),
  channels: ['till'],
  templates: { sms: null, email: null },
  control: decimalText(USUAL_CONTROL_BP, 2),
});

export const draftOf = (terms: CampaignTerms, moneyPlaces: number): CampaignDraft => ({
  ...terms,
  rise: String(terms.risePercent),
  budget: decimalText(terms.budgetMinor, moneyPlaces, true),
  otherCost: decimalText(terms.otherCostMinor, moneyPlaces),
  control: decimalText(terms.controlBp, 2),
});

/** The plan, and what of it is wrong; null while something cannot be read at all. */
export function readPlan(
  draft: CampaignDraft,
  moneyPlaces: number,
): { readonly terms: CampaignTerms | null; readonly wrong: readonly WrongField[] } {
  const name = draft.name.trim();
  const risePercent = readDecimal(draft.rise, 0);
  const budgetMinor = readDecimal(draft.budget, moneyPlaces);
  const otherCostMinor = draft.otherCost.trim() === '' ? 0 : readDecimal(draft.otherCost, moneyPlaces);
  const controlBp = readDecimal(draft.control, 2);
  const { goal, audience, offerIds, from, until, channels } = draft;
  const sends = messageChannelsOf(draft);
  const [sms, email] = CHANNELS.map((channel) => (sends.includes(channel) ? draft.templates[channel] : null));
  const templates = { sms: sms ?? null, email: email ?? null };
  const isRead =
    name !== '' &&
    risePercent !== null &&
    risePercent >= 1 &&
    risePercent <= 500 &&
    budgetMinor !== null &&
    otherCostMinor !== null &&
    controlBp !== null &&
    controlBp <= 10_000 &&
    from !== '' &&
    until !== '';
  const terms: CampaignTerms | null = isRead
    ? {
        name,
        goal,
        risePercent,
        audience,
        offerIds,
        budgetMinor,
        otherCostMinor,
        from,
        until,
        channels,
        templates,
        controlBp,
      }
    : null;
  const found: Record<WrongField, boolean> = {
    name: name === '',
    rise: risePercent === null || risePercent < 1 || risePercent > 500,
    offerIds: offerIds.length === 0,
    budget: budgetMinor === null || budgetMinor === 0,
    otherCost: otherCostMinor === null,
    from: from === '',
    until: until === '' || (from !== '' && (until < from || dayNumber(until) - dayNumber(from) >= 366)),
    channels: channels.length === 0,
    templates: sends.some((channel) => templates[channel] === null),
    control: controlBp === null || controlBp > 5000,
  };
  const wrong = (Object.keys(found) as WrongField[]).filter((field) => found[field]);
  return { terms: terms && checkCampaign(terms).length === 0 ? terms : null, wrong };
}

/** The days that it runs; 14 while they are not chosen. */
export const daysOf = ({ from, until }: Pick<CampaignDraft, 'from' | 'until'>): number =>
  from !== '' && until >= from ? Math.min(400, dayNumber(until) - dayNumber(from) + 1) : 14;
