import { setImmediate } from 'node:timers/promises';
import { transaction } from '../../../db/kernel/connection.ts';
import { doubtInterrupted, dueMessages, dueQuestions } from '../../../db/messages/outbox.queries.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { afterTrying, type ChannelHealth, WELL } from '../../../shared/messages/breaker.ts';
import type { ChannelSettings } from '../../../shared/messages/channel-settings.ts';
import { CHANNELS, type Channel } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { StagingThread } from '../imports/staging-thread.ts';
import { channelSettings, secretOf, secretState } from './channel-settings.ts';
import type { Answer, Fate, OpenChannel, Outgoing } from './channels/open-channel.ts';
import { openSmsGateway } from './channels/sms-gateway.ts';
import { openSmtpChannel } from './channels/smtp-channel.ts';
import { type Settlement, settleMessages } from './settle-messages.ts';
import { inboundFrom, takeInbound } from './take-inbound.ts';
import { takeMessages } from './take-messages.ts';

/** Under way at once; what a commit of theirs holds the till up is a few milliseconds. */
const TOGETHER = 8;
const TELL_EVERY_MS = 500;
const BATCHES_A_CHECKPOINT = 50;
/** How often it is looked whether something came in. */
const INBOUND_EACH_MS = 60_000;
/** A channel whose settings are wrong is tried again after so long, and at once when they are saved. */
const BROKEN_RESTS_MS = 15 * 60_000;

export interface MessageDeskOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Tells every window what changed. */
  readonly publish: (topics: readonly string[]) => void;
  /** A clock that nobody sets, in ms. */
  readonly uptime?: () => number;
  /** 0 ≤ random < 1. */
  readonly random?: () => number;
}

/** How a channel is doing, for whoever looks. */
export interface ChannelState {
  readonly state: 'off' | 'secret-missing' | 'well' | 'resting' | 'broken';
  /** Of the last failure, or null. */
  readonly code: string | null;
}

interface Line {
  open: OpenChannel | null;
  health: ChannelHealth;
  code: string | null;
  isBroken: boolean;
  job: Promise<void> | null;
  /** When what came in is read next; by a clock that nobody sets. */
  readsAtMs: number;
  /** Answers that the disk had no room for: written before anything else is sent. */
  unsettled: Settlement[];
}

const newLine = (): Line => ({
  open: null,
  health: WELL,
  code: null,
  isBroken: false,
  job: null,
  readsAtMs: 0,
  unsettled: [],
});

/** Sends what the outbox of an open store holds, a few messages at a time, between what the till does. */
export class MessageDesk {
  readonly #options: MessageDeskOptions;
  readonly #uptime: () => number;
  readonly #random: () => number;
  readonly #lines: Readonly<Record<Channel, Line>> = { sms: newLine(), email: newLine() };
  #settings: ChannelSettings | null = null;
  #isHalted = false;
  #toldAt = 0;

  /** What was being handed over when the program ended is in doubt from now on. */
  constructor(options: MessageDeskOptions) {
    this.#options = options;
    this.#uptime = options.uptime ?? (() => performance.now());
    this.#random = options.random ?? Math.random;
    const { store, clock } = options;
    transaction(store.db, (tx) => void doubtInterrupted.run(tx, { nowMs: clock() }));
  }

  /** Whatever is due: after something was put into the outbox, and now and then. */
  wake(): void {
    if (this.#isHalted) return;
    for (const channel of CHANNELS) this.#run(channel);
  }

  /** The settings or a secret changed: channels are opened anew, and one that failed is tried at once. */
  settingsChanged(): void {
    this.#settings = null;
    for (const channel of CHANNELS) {
      const line = this.#lines[channel];
      line.open?.close();
      Object.assign(line, { open: null, health: WELL, code: null, isBroken: false, readsAtMs: 0 });
    }
    this.wake();
  }

  state(channel: Channel): ChannelState {
    const { store } = this.#options;
    const { code, isBroken, health } = this.#lines[channel];
    if (!this.#current()[channel].enabled) return { state: 'off', code: null };
    if (this.#lacksSecret(channel, store)) return { state: 'secret-missing', code: null };
    const rests = health.restsUntilMs > this.#uptime();
    return { state: isBroken ? 'broken' : rests ? 'resting' : 'well', code: isBroken || rests ? code : null };
  }

  /** Hands over one message that is not of the outbox: to see that a channel works. */
  trySending(channel: Channel, message: Outgoing): Promise<Answer> {
    return this.#channel(channel).send(message);
  }

  /** Done when nothing is under way any more. */
  async idle(): Promise<void> {
    await Promise.all(CHANNELS.map((channel) => this.#lines[channel].job));
  }

  /** Sends nothing more. What is under way is in doubt when the store is opened again. */
  halt(): void {
    this.#isHalted = true;
    for (const channel of CHANNELS) this.#lines[channel].open?.close();
  }

  #current(): ChannelSettings {
    this.#settings ??= channelSettings(this.#options.store);
    return this.#settings;
  }

  #lacksSecret(channel: Channel, store: OpenStore): boolean {
    const kept = secretState(store, channel);
    return kept === 'lost' || (channel === 'email' && this.#current().email.user !== '' && kept === 'none');
  }

  #channel(channel: Channel): OpenChannel {
    const line = this.#lines[channel];
    line.open ??= this.#open(channel, this.#current());
    return line.open;
  }

  #open(channel: Channel, { sms, email }: ChannelSettings): OpenChannel {
    const { store, clock } = this.#options;
    const secret = secretOf(store, channel);
    return channel === 'sms' ? openSmsGateway(sms, secret, clock) : openSmtpChannel(email, secret);
  }

  #run(channel: Channel): void {
    const line = this.#lines[channel];
    if (line.job || !this.#isReady(channel) || !(this.#readsNow(channel) || this.#isDue(channel))) return;
    const hasWork = this.#isDue(channel);
    line.job = this.#work(channel)
      .catch((error: unknown) => {
        // A full disk, most likely: what was answered is kept and written first when there is room.
        line.code = (error as { readonly code?: string }).code ?? (error as Error).name;
      })
      .finally(() => {
        line.job = null;
        // Nobody is told of a look that found nothing.
        if (!this.#isHalted && hasWork) this.#options.publish(['messages']);
      });
  }

  #isReady(channel: Channel): boolean {
    const { health } = this.#lines[channel];
    return (
      this.#current()[channel].enabled &&
      health.restsUntilMs <= this.#uptime() &&
      !this.#lacksSecret(channel, this.#options.store)
    );
  }

  #isDue(channel: Channel): boolean {
    const { store, clock } = this.#options;
    const asked = { channel, nowMs: clock(), limit: 1 };
    return (
      this.#lines[channel].unsettled.length > 0 ||
      dueQuestions.get(store.db, asked) !== undefined ||
      dueMessages.get(store.db, asked) !== undefined
    );
  }

  #readsNow(channel: Channel): boolean {
    return channel === 'sms' && this.#lines[channel].readsAtMs <= this.#uptime();
  }

  /** Before anything is sent: whoever asked for no more gets no more. */
  async #read(channel: Channel): Promise<void> {
    if (!this.#readsNow(channel)) return;
    const { store, clock, ids, publish } = this.#options;
    this.#lines[channel].readsAtMs = this.#uptime() + INBOUND_EACH_MS;
    for (let isAll = false; !isAll && !this.#isHalted; ) {
      const came = await this.#channel(channel).inbound?.(inboundFrom(store));
      if (!came || this.#isHalted) return;
      const members = takeInbound(store, came, clock(), ids);
      if (came.events.length > 0) publish(['messages', ...members.map((memberId) => `member:${memberId}`)]);
      isAll = came.isAll;
    }
  }

  async #work(channel: Channel): Promise<void> {
    const beside = new StagingThread();
    try {
      // Not within the call that wakes it.
      await setImmediate();
      await this.#read(channel);
      for (let batches = 1; this.#isReady(channel) && (await this.#batch(channel)); batches += 1) {
        this.#tell();
        await setImmediate();
        if (batches % BATCHES_A_CHECKPOINT !== 0) continue;
        // Beside the till: what this writes must not make a sale's commit wait for it.
        await beside.run({ task: 'checkpoint', storeFile: this.#options.store.db.raw.name });
      }
    } finally {
      void beside.stop();
    }
  }

  /** Asks about what is in doubt, then hands over the next few. Returns whether there may be more. */
  async #batch(channel: Channel): Promise<boolean> {
    const { store, clock } = this.#options;
    if (this.#isHalted) return false;
    this.#settle(channel, []);
    const asked = await this.#ask(channel);
    if (this.#isHalted) return false;
    // Before any is marked as being handed over: a channel that cannot be opened leaves all of them waiting.
    const open = this.#channel(channel);
    const { lookedAt, outgoing } = takeMessages(store, channel, this.#current(), TOGETHER, clock());
    const answers = await Promise.all(outgoing.map((message) => open.send(message)));
    if (this.#isHalted) return false;
    this.#heard(channel, answers);
    this.#settle(
      channel,
      outgoing.map(({ key }, index) => this.#settlement(key, answers[index] as Answer, open)),
    );
    return asked > 0 || lookedAt > 0;
  }

  /** One that its channel does not know never went out, and is sent again under the same key. */
  async #ask(channel: Channel): Promise<number> {
    const { store, clock } = this.#options;
    const doubts = dueQuestions.all(store.db, { channel, nowMs: clock(), limit: TOGETHER });
    if (doubts.length === 0) return 0;
    const open = this.#channel(channel);
    const fates = await Promise.all(doubts.map(({ messageId }) => open.ask?.(messageId) ?? 'no-answer'));
    if (this.#isHalted) return 0;
    const settlements = doubts.map(({ messageId }, index) =>
      this.#settlement(messageId, answerOf(fates[index] as Fate), open),
    );
    this.#settle(channel, settlements);
    const answered = fates.filter((fate) => fate !== 'no-answer').length;
    if (open.ask && answered === 0) this.#heard(channel, [{ kind: 'uncertain', code: 'no-answer' }]);
    return answered;
  }

  #settlement(messageId: Settlement['messageId'], answer: Answer, open: OpenChannel): Settlement {
    return { messageId, answer, canAsk: open.ask !== null, random: this.#random() };
  }

  #settle(channel: Channel, settlements: readonly Settlement[]): void {
    const line = this.#lines[channel];
    line.unsettled.push(...settlements);
    if (line.unsettled.length === 0) return;
    settleMessages(this.#options.store, line.unsettled, this.#options.clock());
    line.unsettled = [];
  }

  /** One answer about the message alone, or a success, shows that the channel itself works. */
  #heard(channel: Channel, answers: readonly Answer[]): void {
    if (answers.length === 0) return;
    const line = this.#lines[channel];
    const failures = answers.filter(
      (answer) =>
        answer.kind === 'uncertain' || answer.kind === 'broken' || (answer.kind === 'later' && answer.isChannel),
    );
    line.isBroken = failures.some(({ kind }) => kind === 'broken');
    const last = failures.at(-1);
    if (last && 'code' in last) line.code = last.code;
    const rests = failures.map((answer) => (answer.kind === 'later' ? (answer.retryAfterMs ?? 0) : 0));
    const restMs = line.isBroken ? BROKEN_RESTS_MS : Math.max(0, ...rests);
    line.health = afterTrying(line.health, { isWell: failures.length < answers.length, restMs }, this.#uptime());
  }

  #tell(): void {
    if (this.#uptime() - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = this.#uptime();
    this.#options.publish(['messages']);
  }
}

const answerOf = (fate: Fate): Answer => {
  switch (fate) {
    case 'accepted':
      return { kind: 'accepted' };
    case 'refused':
      return { kind: 'refused', code: 'gateway-failed' };
    case 'unknown':
      return { kind: 'later', code: 'not-taken', retryAfterMs: null, isChannel: false };
    default:
      return { kind: 'uncertain', code: 'no-answer' };
  }
};
