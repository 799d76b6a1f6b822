import { type Act, perform } from '../../db/changes/act.ts';
import type { ReadDb } from '../../db/kernel/connection.ts';
import type { Id, IdSource } from '../../shared/kernel/id.ts';
import type { MemberFact } from '../../shared/members/member.facts.ts';
import type { Random } from '../../shared/sample/random.ts';

/** A store at work: who acts, with which clock, on which disk. */
export interface AtWork {
  readonly db: ReadDb;
  readonly storeId: Id<'store'>;
  readonly nowMs: number;
  readonly ids: IdSource;
  readonly random: Random;
  readonly draw: (bytes: number) => Uint8Array;
}

const bytesOf = (blob: Uint8Array) =>
  Buffer.from(blob)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

function someMember({ db, random }: AtWork): Id<'member'> | null {
  const { most } = db.raw.prepare('SELECT max(member_pk) AS most FROM member').get() as { most: number | null };
  if (most === null) return null;
  const row = db.raw
    .prepare(
      `SELECT id FROM member WHERE member_pk >= ? AND status NOT IN ('removed', 'erased') ORDER BY member_pk LIMIT 1`,
    )
    .get(random.integer(1, most)) as { id: Uint8Array } | undefined;
  return row ? (bytesOf(row.id) as Id<'member'>) : null;
}

const enrolment = ({ storeId, nowMs }: AtWork): MemberFact['enrolment'] => ({
  homeStoreId: storeId,
  enrolledAtMs: nowMs,
  enrolledById: null,
  source: 'till',
  referredById: null,
  importId: null,
});

const audit = (
  act: Act,
  { ids, nowMs }: AtWork,
  fields: readonly unknown[] = ['name'],
  entryId: Id<'audit-entry'> = ids(),
) =>
  act.record('audit-entry', {
    id: entryId,
    atMs: nowMs,
    staffId: null,
    apiKeyId: null,
    tillId: null,
    action: 'simulated',
    subjectKind: null,
    subjectId: null,
    fields: fields as string[],
  });

function enrol(act: Act, work: AtWork, spoilt = false): Id<'member'> {
  const memberId = work.ids<'member'>();
  const profile = {
    name: `n${work.random.integer(0, 999)}`,
    phone: `+86138${work.random.integer(10_000_000, 99_999_999)}`,
  };
  const importId = spoilt ? ('not an id' as Id<'import'>) : null;
  act.record('member', { id: memberId, enrolment: { ...enrolment(work)!, importId }, profile, standing: {} });
  return memberId;
}

const consent = (act: Act, work: AtWork, memberId: Id<'member'>, given: boolean) =>
  act.record('consent-event', {
    id: work.ids<'consent-event'>(),
    memberId,
    purpose: 'profiling',
    given,
    noticeVersion: '1',
    channel: 'till',
    storeId: work.storeId,
    staffId: null,
    atMs: work.nowMs,
    supersedesId: null,
  });

function edit(act: Act, { random }: AtWork, id: Id<'member'>): void {
  const value = `v${random.integer(0, 9)}`;
  const field = random.pick(['name', 'email', 'address', 'note'] as const);
  act.record('member', { id, enrolment: null, profile: { [field]: random.chance(0.1) ? null : value }, standing: {} });
}

/** One thing that happens in a store, in one local transaction. */
export function actAtRandom(work: AtWork): void {
  const { random } = work;
  perform(work.db, work.nowMs, (act) => whatHappens(random.integer(1, 100), act, work, someMember(work)), work.draw);
}

function whatHappens(dice: number, act: Act, work: AtWork, memberId: Id<'member'> | null): void {
  if (dice <= 25 || !memberId) {
    const enrolled = enrol(act, work);
    if (work.random.chance(0.5)) consent(act, work, enrolled, true);
    audit(act, work);
  } else if (dice <= 75) edit(act, work, memberId);
  else if (dice <= 85) consent(act, work, memberId, dice % 2 === 0);
  else if (dice <= 87) act.retract('member', { id: memberId, why: 'import-undone' });
  else if (dice <= 88)
    act.record('member-erasure', {
      id: work.ids<'member-erasure'>(),
      memberIds: [memberId],
      atMs: work.nowMs,
      staffId: null,
    });
  else for (let entries = dice - 88; entries > 0; entries -= 1) audit(act, work);
}

/**
 * A row that headquarters can never merge: first, in the middle or last in its transaction, or one on which others rest,
 * among them a transaction that changes somebody else as well.
 */
export function poison(work: AtWork): void {
  const { random } = work;
  const at = random.integer(0, 3);
  const other = someMember(work);
  const enrolled = perform(
    work.db,
    work.nowMs,
    (act) => {
      if (at === 3) return enrol(act, work, true);
      for (let entry = 0; entry < 3; entry += 1) audit(act, work, entry === at ? [1] : ['name']);
      return null;
    },
    work.draw,
  );
  if (enrolled && other) changeTogether(work, [other, enrolled]);
}

function changeTogether(work: AtWork, members: readonly Id<'member'>[]): void {
  const change = (act: Act) => {
    for (const member of members) edit(act, work, member);
  };
  perform(work.db, work.nowMs, change, work.draw);
}

/** The first fact of a store: itself. */
export const openShop = (work: AtWork, code: string): void =>
  perform(
    work.db,
    work.nowMs,
    (act) =>
      act.record('store', {
        id: work.storeId,
        owner: work.storeId,
        version: 1,
        kind: 'store',
        code,
        name: code,
        currency: 'CNY',
        zone: 'Asia/Shanghai',
        cutoverMinutes: 240,
      }),
    work.draw,
  );
