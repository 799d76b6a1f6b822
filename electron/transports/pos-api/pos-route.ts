import { z } from 'zod';
import type { HiddenFromPos, PosRefusal, RequestProblem } from '../../../shared/contract/pos-problems.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { Outcome, Refusal } from '../../../shared/kernel/outcome.ts';
import type { ChangeFeed } from '../../api/change-feed.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { IdFromKey } from './idempotency-key.ts';

/** What a handler works with. */
export interface PosCall {
  readonly store: OpenStore;
  /** The key that was shown: who acts. */
  readonly apiKeyId: Id<'api-key'>;
  readonly changes: ChangeFeed;
  readonly nowMs: number;
  readonly ids: IdSource;
  /** Ids by the Idempotency-Key. Not for a GET, which makes nothing. */
  readonly idFromKey: IdFromKey;
}

/** An answer; `isReplay`: it had been done before, under this key or this number. */
interface Answer<Body> {
  readonly body: Body;
  readonly isReplay?: boolean;
}

type RefusalStatus = 404 | 409 | 422 | 429;

interface RouteTerms<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Reason extends PosRefusal,
> {
  readonly method: 'GET' | 'POST';
  /** As OpenAPI writes it: `/members/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly result: Result;
  /** What the schemas are called in the document. */
  readonly names: { readonly body?: string; readonly result: string };
  readonly status: 200 | 201;
  /** Every refusal that the handler passes on, with its status. */
  readonly refusals: Readonly<Record<Reason, RefusalStatus>>;
  /** How a request of its kind fails before any rule of the shop is asked. */
  readonly problems?: readonly RequestProblem[];
  readonly example: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: z.input<Body>;
    readonly result: z.input<Result>;
  };
  /** Where what was made is found from now on. */
  readonly locate?: (result: z.output<Result>) => string;
  readonly handle: (
    call: PosCall,
    input: { readonly params: z.output<Params>; readonly query: z.output<Query>; readonly body: z.output<Body> },
  ) => Outcome<Answer<z.input<Result>>, Refusal<Reason | HiddenFromPos>>;
}

/** A route as the server and the document see it. */
export type PosRoute = Omit<
  RouteTerms<z.ZodType, z.ZodType, z.ZodType, z.ZodType, PosRefusal>,
  'refusals' | 'handle' | 'locate'
> & {
  readonly refusals: Readonly<Partial<Record<PosRefusal, RefusalStatus>>>;
  readonly handle: (call: PosCall, input: unknown) => Outcome<Answer<unknown>>;
  readonly locate?: (result: unknown) => string;
};

export const posRoute = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Reason extends PosRefusal = never,
>(
  terms: RouteTerms<Params, Query, Body, Result, Reason>,
): PosRoute => terms as unknown as PosRoute;

/** Where nothing may be given. */
export const nothing = z.strictObject({});
/** No body, or an empty one. */
export const noBody = nothing.optional();
