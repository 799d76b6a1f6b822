import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { transaction } from '../../../db/kernel/connection.ts';
import {
  noteExchange,
  type OwnHeadquarters,
  ownHeadquarters,
  useNextKey,
} from '../../../db/sync/headquarters.queries.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { type Conversation, converse } from './converse.ts';
import type { DeviceKey } from './device-key.ts';
import { DoorClient, Refused, Unreachable } from './door-client.ts';
import { open } from './frame.ts';
import { makeNextKey, nextKey, ownKey } from './own-key.ts';

/** Whoever greets so often without coming to an end is not understood. */
const MOST_GREETINGS = 12;
const ASKS = 2 ** 32;

export interface ExchangeTerms {
  readonly clock: () => number;
  /** Whether the store is being closed: then nothing more is asked or written. */
  readonly isHalted?: () => boolean;
  /** After each answer that was taken. */
  readonly onTaken?: () => void;
}

/** This store's link to its headquarters. What it says and takes is in the store's database; the link can be lost at any time. */
export class HqLink {
  readonly #store: OpenStore;
  readonly #door: DoorClient;
  readonly #conversation: Conversation;
  #isBegun = false;

  /** Throws Unreachable where this store was let in nowhere. */
  constructor(store: OpenStore) {
    const { address, pin } = enrolmentOf(store);
    this.#store = store;
    this.#door = new DoorClient(address, (found) => Buffer.compare(found, pin) === 0);
    this.#conversation = converse(store.db, randomInt(ASKS));
  }

  /**
   * Says everything that headquarters does not know, and hears what this store does not. A message at a time, with a
   * breath for the till between two. Throws Refused or Unreachable; asked again it goes on where it was.
   */
  async exchange({ clock, isHalted = () => false, onTaken = () => {} }: ExchangeTerms): Promise<void> {
    const conversation = this.#conversation;
    conversation.wake();
    let greetings = 0;
    for (let bytes = conversation.next(); bytes; bytes = conversation.next()) {
      if (isGreeting(bytes) && ++greetings > MOST_GREETINGS) throw new Unreachable('NO_PROGRESS');
      const answer = await this.#ask(bytes);
      if (isHalted()) return;
      conversation.take(answer);
      onTaken();
      await setImmediate();
      if (isHalted()) return;
    }
    transaction(this.#store.db, (tx) => void noteExchange.run(tx, { nowMs: clock() }));
  }

  /** Headquarters knows this store by a new key from now on. */
  async rotateKey(): Promise<void> {
    if (!this.#isBegun) await this.#begin();
    const next = nextKey(this.#store, enrolmentOf(this.#store)) ?? makeNextKey(this.#store);
    this.#isBegun = false;
    await this.#door.rotate(next);
    transaction(this.#store.db, (tx) => void useNextKey.run(tx, {}));
  }

  close(): void {
    this.#door.close();
  }

  async #ask(bytes: Uint8Array): Promise<Uint8Array> {
    if (!this.#isBegun) await this.#begin();
    try {
      return await this.#door.message(bytes);
    } catch (error) {
      if (!(error instanceof Refused) || !isOver(error)) throw error;
      await this.#begin();
      return this.#door.message(bytes);
    }
  }

  /** By the key of this store, or by the next one where headquarters knows that one already. */
  async #begin(): Promise<void> {
    this.#isBegun = false;
    const enrolment = enrolmentOf(this.#store);
    const next = nextKey(this.#store, enrolment);
    try {
      await this.#door.begin(keyOrThrow(ownKey(this.#store, enrolment)));
    } catch (error) {
      if (!next || !(error instanceof Refused) || error.reason !== 'device-revoked') throw error;
      await this.#door.begin(next);
      transaction(this.#store.db, (tx) => void useNextKey.run(tx, {}));
    }
    this.#isBegun = true;
  }
}

const isGreeting = (bytes: Uint8Array) => (open(bytes)?.head as { readonly do?: unknown } | undefined)?.do === 'greet';

/** The session is over, not the right to have one. */
const isOver = ({ reason }: Refused) => reason.startsWith('token-') || reason === 'replayed';

function enrolmentOf({ db }: OpenStore): OwnHeadquarters {
  const enrolment = ownHeadquarters.get(db, {});
  if (!enrolment) throw new Unreachable('NOT_ENROLLED');
  return enrolment;
}

function keyOrThrow(key: DeviceKey | null): DeviceKey {
  if (!key) throw new Unreachable('KEY_LOST');
  return key;
}
