import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { diskRefusalOf } from '../../db/kernel/disk-refusal.ts';
import type { Access, Procedure } from '../../shared/contract/procedure.ts';
import type { StaffChoice } from '../../shared/contract/staff.contract.ts';
import { type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { mayDo, RIGHTS, type Right } from '../../shared/staff/rights.ts';
import type { Call } from './call.ts';
import type { OpenStore } from './open-store.ts';

/** What a handler may rely on: the store is open, and somebody is signed in wherever the contract asks for it. */
export interface StoreCall extends Call {
  readonly store: OpenStore;
  /** Who asks. Null only where the contract asks for no sign-in. */
  readonly staff: StaffChoice;
}

/** A refusal on its way out: the client reads `data.refusal`, never the message. */
export class RefusalError extends Error {
  readonly refusal: { readonly reason: string; readonly details: Readonly<Record<string, string | number>> };
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.name = 'RefusalError';
    this.refusal = { reason: refusal.reason, details: refusal.details ?? {} };
  }
}

const t = initTRPC
  .context<Call>()
  .meta<{ access: Access; refusals: readonly string[] }>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const refusal = error.cause instanceof RefusalError ? error.cause.refusal : undefined;
      const stackless = { ...shape.data, stack: undefined };
      // The words of an unexpected error can hold personal data (a constraint names its values), so they stay inside.
      if (error.code === 'INTERNAL_SERVER_ERROR') return { ...shape, message: 'internal', data: stackless };
      return { ...shape, data: { ...stackless, ...(refusal ? { refusal } : {}) } };
    },
  });

export const router = t.router;

const isRight = (access: Access): access is Right => (RIGHTS as readonly string[]).includes(access);

const guarded = (access: Access, refusals: readonly string[]) =>
  t.procedure.meta({ access, refusals }).use(({ ctx, next }) => {
    if (access === 'anyone') return next({ ctx });
    const store = ctx.host.openStore();
    if (!store) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'no-store-open' });
    if (access !== 'open-store') {
      const { staff } = ctx.client;
      if (!staff) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'sign-in-needed' });
      if (isRight(access) && !mayDo(staff.role, access)) throw new TRPCError({ code: 'FORBIDDEN', message: access });
    }
    return next({ ctx: { ...ctx, store, staff: ctx.client.staff } });
  });

/** A damaged store lets people in and out, and lets a backup take its place. One that is being restored does nothing. */
const WHILE_DAMAGED = /^(app|backups|recovery|staff\.sign(In|Out))\b/;

const stopWrites = ({ host }: Call, path: string): void => {
  const stopped = host.openStore() && host.writesStopped();
  if (stopped && !(stopped === 'store-damaged' && WHILE_DAMAGED.test(path))) throw refused(refuse(stopped));
};

type Answer<Output extends z.ZodType, Reason extends string> = Outcome<z.input<Output>, Refusal<Reason>>;
type Handler<C, Input extends z.ZodType, Output extends z.ZodType, Reason extends string> = (
  call: C,
  input: z.output<Input>,
) => Answer<Output, Reason> | Promise<Answer<Output, Reason>>;

const refused = (refusal: Refusal): TRPCError =>
  new TRPCError({ code: 'UNPROCESSABLE_CONTENT', message: refusal.reason, cause: new RefusalError(refusal) });

/** Turns an outcome into an answer or an error, once, here: handlers only return outcomes. */
async function settled<T>({ host }: Call, handle: () => Outcome<T> | Promise<Outcome<T>>): Promise<T> {
  let result: Outcome<T>;
  try {
    result = await handle();
  } catch (error) {
    const refusal = diskRefusalOf(error);
    if (!refusal) throw error;
    host.log.note('disk-refused', { reason: refusal.reason });
    if (refusal.reason === 'store-damaged') host.damageFound();
    throw refused(refusal);
  }
  if (result.ok) return result.value;
  throw refused(result);
}

/** A query procedure that follows its contract: input, right, answer and refusals. */
export const serveQuery = <Input extends z.ZodType, Output extends z.ZodType, Reason extends string>(
  contract: Procedure<'query', Input, Output, Reason>,
  handle: Handler<StoreCall, Input, Output, Reason>,
) =>
  guarded(contract.access, contract.refusals)
    .input(contract.input)
    .output(contract.output)
    .query(({ ctx, input }) => settled(ctx, () => handle(ctx as StoreCall, input as z.output<Input>)) as never);

/** A mutation procedure that follows its contract. */
export const serveMutation = <Input extends z.ZodType, Output extends z.ZodType, Reason extends string>(
  contract: Procedure<'mutation', Input, Output, Reason>,
  handle: Handler<StoreCall, Input, Output, Reason>,
) =>
  guarded(contract.access, contract.refusals)
    .input(contract.input)
    .output(contract.output)
    .mutation(({ ctx, input, path }) => {
      stopWrites(ctx, path);
      return settled(ctx, () => handle(ctx as StoreCall, input as z.output<Input>)) as never;
    });

/** Topics as they change. A window where nobody is signed in hears nothing: they name who was served. */
export const changesProcedure = t.procedure
  .meta({ access: 'anyone', refusals: [] })
  .subscription(({ ctx, signal }) => ctx.host.changes.follow(() => ctx.client.staff !== null, signal));
