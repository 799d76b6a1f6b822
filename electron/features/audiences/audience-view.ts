import type { z } from 'zod';
import { allAudiences, audienceById, versionsOfAudience } from '../../../db/audiences/audiences.queries.ts';
import { allAutomations } from '../../../db/automations/automations.queries.ts';
import { allCampaigns } from '../../../db/campaigns/campaigns.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { allOffers } from '../../../db/offers/offers.queries.ts';
import { audiencesNamedIn } from '../../../shared/audiences/audience.ts';
import type { AudienceRow, AudienceView, audiencesContract } from '../../../shared/contract/audiences.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { audiencesOf } from '../../../shared/promotions/conditions/audience.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Found = ReturnType<typeof allAudiences.all>[number];

/** Finds who names an audience: offers and campaigns that have not ended, automations, and other audiences. */
export function makeUsers(
  db: ReadDb,
  audiences: readonly Found[],
): (audienceId: Id<'audience'>) => AudienceRow['usedBy'] {
  const offers = allOffers.all(db, {}).filter(({ state }) => state !== 'ended');
  const campaigns = allCampaigns.all(db, {}).filter(({ state }) => state !== 'ended');
  const automations = allAutomations.all(db, {});
  return (audienceId) => ({
    offers: offers
      .filter(({ terms }) => audiencesOf(terms.conditions).includes(audienceId))
      .map(({ offerId, state, terms }) => ({ offerId, name: terms.name, state })),
    audiences: audiences
      .filter((other) => audiencesNamedIn(other.terms).includes(audienceId))
      .map((other) => ({ audienceId: other.audienceId, name: other.name })),
    campaigns: campaigns
      .filter(({ terms }) =>
        audiencesNamedIn({ kind: 'segment', where: terms.audience, either: [] }).includes(audienceId),
      )
      .map(({ campaignId, state, terms }) => ({ campaignId, name: terms.name, state })),
    automations: automations
      .filter(({ terms }) => terms.audienceId === audienceId)
      .map(({ automationId, state, terms }) => ({ automationId, name: terms.name, state })),
  });
}

const rowOf = (
  { facts }: OpenStore,
  { audiencePk: _, owner, state: __, ...found }: Found,
  users: ReturnType<typeof makeUsers>,
): AudienceRow => ({ ...found, usedBy: users(found.audienceId), isOwn: owner === facts.storeId });

/** The audiences that were not removed, from the `offset`-th on. */
export function audienceRows(
  store: OpenStore,
  { offset, limit }: z.output<typeof audiencesContract.list.input>,
): { readonly total: number; readonly rows: AudienceRow[] } {
  const all = allAudiences.all(store.db, {});
  const users = makeUsers(store.db, all);
  return { total: all.length, rows: all.slice(offset, offset + limit).map((found) => rowOf(store, found, users)) };
}

/** An audience with all its versions. */
export function viewAudience(
  store: OpenStore,
  audienceId: Id<'audience'>,
): Outcome<AudienceView, Refusal<'audience-unknown'>> {
  const found = audienceById.get(store.db, { audienceId });
  if (found?.state !== 'active') return refuse('audience-unknown');
  const users = makeUsers(store.db, allAudiences.all(store.db, {}));
  return done({ ...rowOf(store, found, users), history: versionsOfAudience.all(store.db, { audienceId }) });
}
