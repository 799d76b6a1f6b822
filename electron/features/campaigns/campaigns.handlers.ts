import { campaignById, stopFreeze } from '../../../db/campaigns/campaigns.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import { campaignsContract } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal } from '../../../shared/kernel/outcome.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { approveCampaign } from './approve-campaign.ts';
import { previewAudience } from './campaign-audience.ts';
import { campaignRows, viewCampaign } from './campaign-view.ts';
import { figuresOfCampaign, leagueOfCampaigns } from './evaluate.ts';
import { removeCampaign } from './remove-campaign.ts';
import { saveCampaign } from './save-campaign.ts';
import { sendRest, setCampaignState } from './set-campaign-state.ts';

/** Tells every window, begins what is to be done beside the till, and answers with the campaign as it is now. */
function changed<Reason extends string>(
  { store, host, clock }: StoreCall,
  outcome: Outcome<null, Refusal<Reason>>,
  campaignId: Id<'campaign'>,
) {
  if (!outcome.ok) return outcome;
  host.changes.publish(['campaigns', 'offers']);
  host.campaigns().startIfDue();
  return viewCampaign(store, campaignId, clock());
}

const planner = ({ store, staff, ids }: StoreCall & { readonly staff: { readonly staffId: Id<'staff'> } }) => ({
  store,
  staffId: staff.staffId,
  ids,
});

export const campaignsRouter = router({
  list: serveQuery(campaignsContract.list, async ({ store, clock }, asked) =>
    done(await campaignRows(store, asked, clock())),
  ),
  get: serveQuery(campaignsContract.get, ({ store, clock }, { campaignId }) =>
    viewCampaign(store, campaignId, clock()),
  ),
  preview: serveQuery(campaignsContract.preview, async ({ store, clock }, plan) =>
    done(await previewAudience(store, plan, clock())),
  ),
  figures: serveQuery(campaignsContract.figures, ({ store, clock }, { campaignId }) =>
    figuresOfCampaign(store, campaignId, clock()),
  ),
  league: serveQuery(campaignsContract.league, async ({ store }) => done(await leagueOfCampaigns(store))),
  save: serveMutation(campaignsContract.save, (call, input) =>
    changed(call, saveCampaign(planner(call), input, call.clock()), input.campaignId),
  ),
  approve: serveMutation(campaignsContract.approve, async (call, input) =>
    changed(call, await approveCampaign(planner(call), input, call.clock()), input.campaignId),
  ),
  setState: serveMutation(campaignsContract.setState, async (call, input) =>
    changed(call, await setCampaignState(planner(call), input, call.clock()), input.campaignId),
  ),
  sendRest: serveMutation(campaignsContract.sendRest, (call, { campaignId }) =>
    changed(call, sendRest(planner(call), campaignId, call.clock()), campaignId),
  ),
  stopFreeze: serveMutation(campaignsContract.stopFreeze, (call, { campaignId }) => {
    const { store, clock } = call;
    perform(store.db, clock(), (act) => {
      const known = campaignById.get(act.db, { campaignId });
      if (known?.isStopped === false) stopFreeze.run(act.db, known);
    });
    return changed(call, done(null), campaignId);
  }),
  remove: serveMutation(campaignsContract.remove, (call, input) => {
    const outcome = removeCampaign(planner(call), input, call.clock());
    if (outcome.ok) call.host.changes.publish(['campaigns']);
    return outcome;
  }),
});
