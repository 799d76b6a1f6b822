import { setImmediate } from 'node:timers/promises';
import { campaignById, campaignsOver, freezes, sendings } from '../../../db/campaigns/campaigns.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate, type Clock } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audienceOf } from './campaign-audience.ts';
import { type Freeze, freezePart } from './freeze-audience.ts';
import { type Sending, sendPart } from './send-messages.ts';
import { endCampaign } from './set-campaign-state.ts';

interface CampaignDeskOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Tells every window what changed. */
  readonly publish: (topics: readonly string[]) => void;
  /** Tells whoever sends messages that there are some. */
  readonly wakeMessages: () => void;
}

const TELL_EVERY_MS = 250;

/**
 * Freezes the audiences of an open store's campaigns and puts their messages into the outbox, a part at a time with the
 * till's turn between, and ends what is over.
 */
export class CampaignDesk {
  readonly #options: CampaignDeskOptions;
  #job: Promise<void> | null = null;
  #isHalted = false;
  #toldAt = 0;

  constructor(options: CampaignDeskOptions) {
    this.#options = options;
  }

  /** Does what is to be done, also what a crash left; nothing where there is nothing. */
  start(): void {
    if (this.#job || this.#isHalted) return;
    this.#job = this.#work().finally(() => {
      this.#job = null;
      if (!this.#isHalted) this.#options.publish(['campaigns', 'offers']);
    });
    // A full disk, most likely: what is committed stays, and the next idle moment goes on behind it.
    this.#job.catch(() => {});
  }

  /** When the till is idle. */
  startIfDue(): void {
    const { store, clock } = this.#options;
    const today = businessDate(clock(), store.day);
    const hasWork = this.#waiting().length > 0 || sendings.get(store.db, {}) !== undefined;
    if (hasWork || campaignsOver.all(store.db, { today }).length > 0) this.start();
  }

  /** Done when nothing is done any more. */
  async idle(): Promise<void> {
    await this.#job;
  }

  /** Writes nothing more. */
  halt(): void {
    this.#isHalted = true;
  }

  #waiting() {
    return freezes.all(this.#options.store.db, {}).filter(({ isStopped }) => !isStopped);
  }

  async #work(): Promise<void> {
    // Not within the call that starts it.
    await setImmediate();
    this.#endThoseOver();
    for (const freeze of this.#waiting()) await this.#freeze(freeze, freeze.staffId);
    for (const sending of sendings.all(this.#options.store.db, {})) await this.#send(sending);
  }

  #endThoseOver(): void {
    const { store, clock, ids } = this.#options;
    const nowMs = clock();
    const today = businessDate(nowMs, store.day);
    for (const { campaignId } of campaignsOver.all(store.db, { today }))
      perform(store.db, nowMs, (act) => {
        const campaign = campaignById.get(act.db, { campaignId });
        if (campaign) endCampaign(act, { store, staffId: null, ids }, campaign, today);
      });
  }

  async #freeze(freeze: Freeze, staffId: Id<'staff'> | null): Promise<void> {
    const { store, clock, ids } = this.#options;
    const campaign = campaignById.get(store.db, freeze);
    if (!campaign) return;
    const audience = await audienceOf(store, campaign.terms.audience, clock());
    for (let at: Freeze | null = freeze; at && !this.#isHalted; ) {
      at = freezePart({ store, staffId, ids }, at, audience, clock());
      this.#tell('campaigns');
      await setImmediate();
    }
  }

  async #send(sending: Sending): Promise<void> {
    const { store, clock, ids, wakeMessages } = this.#options;
    for (let at: Sending | null = sending; at && !this.#isHalted; ) {
      at = sendPart({ store, staffId: at.staffId, ids }, at, clock());
      this.#tell('messages');
      await setImmediate();
    }
    if (!this.#isHalted) wakeMessages();
  }

  #tell(topic: 'campaigns' | 'messages'): void {
    if (performance.now() - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = performance.now();
    this.#options.publish([topic]);
  }
}
