import type { Id } from '../kernel/id.ts';
import { type BodyOf, KINDS, type Kind, type Retraction } from './kinds.ts';

/** A row of a log, as far as it says something. */
export interface Statement {
  readonly kind: string;
  readonly id: Id;
  readonly op: 'put' | 'delete';
  readonly schemaVersion: number;
  /** Null once it was erased. */
  readonly body: string | null;
}

/** Why a row is not merged: it never can be as it stands (quarantined), or not by this version of the program (deferred). */
export type Held =
  | { readonly hold: 'quarantined'; readonly reason: QuarantineReason }
  | { readonly hold: 'deferred'; readonly reason: 'unknown-kind' | 'newer-schema' };
/** Only what is wrong with the row itself: a busy, full or broken disk says nothing about it, and stops the batch. */
export type QuarantineReason =
  | 'not-json'
  | 'invalid'
  | 'body-missing'
  | 'wrong-id'
  | 'not-the-owner'
  | 'not-retractable'
  | 'id-collision'
  | 'constraint';

export type Fact =
  | { readonly kind: Kind; readonly op: 'put'; readonly body: BodyOf<Kind> }
  | { readonly kind: Kind; readonly op: 'delete'; readonly body: Retraction };

const RETRACTED: readonly string[] = ['member', 'product', 'category'];
const quarantined = (reason: QuarantineReason): Held => ({ hold: 'quarantined', reason });

const isKind = (kind: string): kind is Kind => Object.hasOwn(KINDS, kind);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a row of a store's log can be merged, by itself. The store is the one that pushed it, never one that the row names. */
export function lookAtFact(row: Statement, storeId: Id<'store'>): Fact | Held {
  const { kind } = row;
  if (!isKind(kind)) return { hold: 'deferred', reason: 'unknown-kind' };
  const terms = KINDS[kind];
  if (row.schemaVersion > terms.schemaVersion) return { hold: 'deferred', reason: 'newer-schema' };
  if (row.body === null) return quarantined('body-missing');
  const said = parsed(row.body);
  if (said === undefined) return quarantined('not-json');
  if (row.op === 'delete') return lookAtRetraction(kind, row, said);
  const checked = terms.body.safeParse(said);
  if (!checked.success) return quarantined('invalid');
  const body = checked.data as BodyOf<Kind>;
  if (body.id !== row.id) return quarantined('wrong-id');
  if (terms.writer === 'owner' && 'owner' in body && body.owner !== storeId) return quarantined('not-the-owner');
  return { kind, op: 'put', body };
}

function lookAtRetraction(kind: Kind, row: Statement, said: unknown): Fact | Held {
  if (!RETRACTED.includes(kind)) return quarantined('not-retractable');
  const retraction = said as Retraction;
  if (typeof retraction !== 'object' || retraction?.id !== row.id) return quarantined('wrong-id');
  return { kind, op: 'delete', body: retraction };
}

/** What must be known before a fact means anything: kind and id. It waits for the first of them that is missing. */
export interface Need {
  readonly kind: Kind;
  readonly id: Id<'anything'>;
}

const need = (kind: Kind, id: Id): Need => ({ kind, id: id as Id<'anything'> });

export function needsOf({ kind, op, body }: Fact): readonly Need[] {
  if (op === 'delete') return [need(kind, body.id)];
  // Whoever is to be forgotten need not be known.
  if (kind === 'member-erasure') return [];
  const members: (Id | null)[] = [];
  if (kind === 'member' && (body as BodyOf<'member'>).enrolment === null) members.push(body.id);
  if (kind === 'member-alias') members.push(body.id, (body as BodyOf<'member-alias'>).canonicalId);
  if ('memberIds' in body) members.push(...body.memberIds);
  if ('memberId' in body) members.push(body.memberId);
  const needs = members.flatMap((id) => (id === null ? [] : [need('member', id)]));
  return 'supersedesId' in body && body.supersedesId !== null ? [...needs, need(kind, body.supersedesId)] : needs;
}
