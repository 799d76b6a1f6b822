import type { z } from 'zod';
import type { Right } from '../staff/rights.ts';

/**
 * Who may call: `anyone` (also before a store is open), `open-store` (a store is open, nobody need be signed in),
 * `signed-in` (any role), or the one right that is needed.
 */
export type Access = 'anyone' | 'open-store' | 'signed-in' | Right;

/** What may be asked: the input at the door, the answer, and the refusals that are to be expected. */
export interface Procedure<
  Kind extends 'query' | 'mutation',
  Input extends z.ZodType,
  Output extends z.ZodType,
  Reason extends string,
> {
  readonly kind: Kind;
  readonly access: Access;
  readonly input: Input;
  readonly output: Output;
  readonly refusals: readonly Reason[];
}

interface Terms<Input extends z.ZodType, Output extends z.ZodType, Reason extends string> {
  readonly access: Access;
  readonly input: Input;
  readonly output: Output;
  readonly refusals?: readonly Reason[];
}

export const query = <Input extends z.ZodType, Output extends z.ZodType, const Reason extends string = never>(
  terms: Terms<Input, Output, Reason>,
): Procedure<'query', Input, Output, Reason> => ({ kind: 'query', refusals: [], ...terms });

export const mutation = <Input extends z.ZodType, Output extends z.ZodType, const Reason extends string = never>(
  terms: Terms<Input, Output, Reason>,
): Procedure<'mutation', Input, Output, Reason> => ({ kind: 'mutation', refusals: [], ...terms });
