import type { CampaignFact, CampaignPartFact } from '../../shared/campaigns/campaign.facts.ts';
import { isControl } from '../../shared/campaigns/control-group.ts';
import { flag, id, integer, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { defineVersioned } from '../kernel/define-versioned.ts';
import { countBoughtAlready } from './count-for-campaigns.ts';

const putVersion = defineVersioned({
  name: 'campaigns',
  noun: 'campaign',
  key: 'campaign_pk',
  columns: { state: text, fromDate: text, lastDate: text, budgetMinor: integer, controlBp: integer },
  version: { state: text, terms: text },
});

const dropOffers = defineWrite({
  name: 'campaigns.drop-offers',
  sql: 'DELETE FROM campaign_offer WHERE campaign_pk = (SELECT campaign_pk FROM campaign WHERE id = @id)',
  params: { id: id('campaign') },
});

/** Those of the version in force, whichever order versions arrive in. */
const putOffers = defineWrite({
  name: 'campaigns.put-offers',
  sql: `INSERT INTO campaign_offer (campaign_pk, offer_pk)
        SELECT campaign_pk, offer_pk FROM campaign JOIN campaign_version USING (campaign_pk, version)
          JOIN json_each(terms, '$.offerIds') AS named JOIN offer ON offer.id = unhex(replace(named.value, '-', ''))
        WHERE campaign.id = @id`,
  params: { id: id('campaign') },
});

export function writeCampaign(db: WriteDb, fact: CampaignFact): void {
  const { from: fromDate, budgetMinor, controlBp } = fact.terms;
  putVersion(db, { ...fact, fromDate, budgetMinor, controlBp, terms: JSON.stringify(fact.terms) });
  dropOffers.run(db, fact);
  putOffers.run(db, fact);
}

const putPart = defineWrite({
  name: 'campaigns.put-part',
  sql: 'INSERT INTO campaign_part (id, campaign_pk, members, controls) VALUES (@id, @campaignPk, @members, @controls)',
  params: { id: id('campaign-part'), campaignPk: integer, members: integer, controls: integer },
});

const partOf = defineQuery({
  name: 'campaigns.of-part',
  sql: `SELECT campaign_pk AS campaignPk, control_bp AS controlBp FROM campaign WHERE id = @campaignId`,
  params: { campaignId: id('campaign') },
  row: { campaignPk: integer, controlBp: integer },
});

const putMember = defineWrite({
  name: 'campaigns.put-member',
  sql: `INSERT INTO campaign_member (campaign_pk, member_pk, part_pk, is_control)
        SELECT @campaignPk, member_pk, @partPk, @isControl FROM member WHERE id = @memberId
        ON CONFLICT (campaign_pk, member_pk) DO NOTHING`,
  params: { campaignPk: integer, partPk: integer, isControl: flag, memberId: id('member') },
});

/** Puts each member into an arm, with what they bought until now. */
export function writeCampaignPart(db: WriteDb, fact: CampaignPartFact): void {
  const { campaignId, memberIds } = fact;
  const campaign = partOf.get(db, { campaignId });
  if (!campaign) throw new Error('a part of a campaign that is not here');
  const { campaignPk, controlBp } = campaign;
  const kept = new Set(memberIds.filter((memberId) => isControl(campaignId, memberId, controlBp)));
  const partPk = putPart.insert(db, { ...fact, campaignPk, members: memberIds.length, controls: kept.size });
  for (const memberId of memberIds)
    if (putMember.run(db, { campaignPk, partPk, isControl: kept.has(memberId), memberId }) > 0)
      countBoughtAlready(db, campaignPk, memberId);
}
