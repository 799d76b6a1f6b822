import type { Id } from '../../../../shared/kernel/id.ts';
import type { MessagePurpose } from '../../../../shared/messages/message.ts';

/** A message on its way out. */
export interface Outgoing {
  /** The same each time it is handed over: by it a gateway knows a repetition. */
  readonly key: Id<'message'>;
  readonly purpose: MessagePurpose;
  readonly address: string;
  readonly subject: string | null;
  readonly text: string;
}

/**
 * What came of handing a message over. Everything but `uncertain` is certain: with `refused`, `later` and `broken` it did
 * not go out. `isChannel`: nothing that concerns this message alone. Codes are codes, never what a server wrote.
 */
export type Answer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly code: string }
  | {
      readonly kind: 'later';
      readonly code: string;
      readonly retryAfterMs: number | null;
      readonly isChannel: boolean;
    }
  | { readonly kind: 'uncertain'; readonly code: string }
  | { readonly kind: 'broken'; readonly code: string };

/** What a channel knows of a message that was handed over to it. `unknown`: it never took it. */
export type Fate = 'accepted' | 'refused' | 'unknown' | 'no-answer';

/** What came in at a gateway: an answer of somebody's, or what became of a message. */
export type InboundEvent =
  | { readonly kind: 'reply'; readonly id: string; readonly from: string; readonly text: string }
  | { readonly kind: 'report'; readonly id: string; readonly messageId: Id<'message'>; readonly delivered: boolean };

/** Some of what came in, and from where to go on. */
export interface Inbound {
  readonly events: readonly InboundEvent[];
  readonly next: string;
  readonly isAll: boolean;
}

/** A channel with its settings and its secret. Nothing of it rejects. */
export interface OpenChannel {
  send(message: Outgoing): Promise<Answer>;
  /** Null: nobody can be asked, so that a person decides. */
  readonly ask: ((key: Id<'message'>) => Promise<Fate>) | null;
  /** What came in since (null: ever). Null where it cannot be read; left out where nothing comes in this way. */
  readonly inbound?: (after: string | null) => Promise<Inbound | null>;
  close(): void;
}
