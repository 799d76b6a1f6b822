import type { Id } from '../../shared/kernel/id.ts';
import type { ConsentEventFact, MemberCardFact, MemberFact, ProfileFields } from '../../shared/members/member.facts.ts';
import { last4 } from '../../shared/members/phone.ts';
import { customKey, isCustomName, profileValues } from '../../shared/members/profile-values.ts';
import { searchKeys } from '../../shared/members/search-keys.ts';
import { readStamps, type Stamps, storedStamps } from '../../shared/members/stamps.ts';
import { givesWayTo, type Hlc } from '../../shared/sync/hlc.ts';
import type { Retraction } from '../../shared/sync/kinds.ts';
import type { Origin } from '../changes/origin.ts';
import { flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import {
  copyBoth,
  copyCard,
  copyConsents,
  copyPerson,
  copyToSummary,
  insertSummary,
  keysOfMember,
} from './copy-to-summary.ts';

const insertMember = defineWrite({
  name: 'members.insert',
  sql: `INSERT INTO member (id, home_store_pk, status, status_reason, tier, enrolled_at_ms, enrolled_by_pk, source, referred_by, import_id, stamps)
        VALUES (@id, (SELECT store_pk FROM store WHERE id = @homeStoreId), ifnull(@status, 'active'), @statusReason, ifnull(@tier, 'member'),
                @enrolledAtMs, (SELECT staff_pk FROM staff WHERE id = @enrolledById), @source, @referredById, @importId, @stamps)`,
  params: {
    id: id('member'),
    homeStoreId: id('store'),
    status: nullable(text),
    statusReason: nullable(text),
    tier: nullable(text),
    enrolledAtMs: integer,
    enrolledById: nullable(id('staff')),
    source: text,
    referredById: nullable(id('member')),
    importId: nullable(id('import')),
    stamps: text,
  },
});

const stampsOf = defineQuery({
  name: 'members.stamps',
  sql: `SELECT stamps, status FROM member WHERE id = @id`,
  params: { id: id('member') },
  row: { stamps: text, status: text },
});

const putStamps = defineWrite({
  name: 'members.put-stamps',
  sql: 'UPDATE member SET stamps = @stamps WHERE id = @id',
  params: { id: id('member'), stamps: text },
});

const putStanding = defineWrite({
  name: 'members.put-standing',
  sql: `UPDATE member SET status = ifnull(@status, status), tier = ifnull(@tier, tier), source = ifnull(@source, source),
          status_reason = CASE WHEN @status IS NULL THEN status_reason ELSE @statusReason END
        WHERE id = @id`,
  params: {
    id: id('member'),
    status: nullable(text),
    tier: nullable(text),
    statusReason: nullable(text),
    source: nullable(text),
  },
});

/** The column, or the columns with search keys, in which a field of the profile stands. */
const FIELD_COLUMNS: {
  [F in Exclude<keyof Required<ProfileFields>, 'custom'>]: (
    value: NonNullable<ProfileFields[F]> | null,
  ) => Record<string, string | null>;
} = {
  name: (name) => {
    const keys = name ? searchKeys(name) : { pinyin: null, initials: null };
    return { name, pinyin: keys.pinyin || null, initials: keys.initials || null };
  },
  phone: (phone) => ({ phone, phone_last4: phone ? last4(phone) : null }),
  email: (email) => ({ email }),
  gender: (gender) => ({ gender }),
  birthday: (birthday) => ({ birthday: birthday && JSON.stringify(birthday) }),
  address: (address) => ({ address }),
  note: (note) => ({ note }),
  wechatId: (wechatId) => ({ wechat_id: wechatId }),
};

const COLUMNS = [
  'name',
  'pinyin',
  'initials',
  'phone',
  'phone_last4',
  'email',
  'gender',
  'birthday',
  'address',
  'note',
  'wechat_id',
  'custom',
];

/** What is written of the store's own fields joins those that are there; null takes one away. */
const put: Readonly<Record<string, string>> = { custom: `nullif(json_patch(ifnull(custom, '{}'), @value), '{}')` };
const putColumn = Object.fromEntries(
  COLUMNS.map((column) => [
    column,
    defineWrite({
      name: `members.put-${column}`,
      sql: `UPDATE member_identity SET ${column} = ${put[column] ?? '@value'} WHERE member_pk = (SELECT member_pk FROM member WHERE id = @id)`,
      params: { id: id('member'), value: nullable(text) },
    }),
  ]),
);

/** Everything of a new member at once, so that each index is touched once. */
const insertIdentity = defineWrite({
  name: 'members.insert-identity',
  sql: `INSERT INTO member_identity (member_pk, ${COLUMNS.join(', ')})
        VALUES (@memberPk, ${COLUMNS.map((column) => `@${column}`).join(', ')})`,
  params: { memberPk: integer, ...Object.fromEntries(COLUMNS.map((column) => [column, nullable(text)])) },
});

const stampText = ({ hlc, storeId }: Origin): string => `${hlc} ${storeId}`;

function mayWrite(stamps: Stamps, field: string, origin: Origin): boolean {
  const known = stamps.get(field);
  if (known === undefined) return true;
  const [hlc, storeId] = known.split(' ') as [Hlc, string];
  return givesWayTo(hlc, storeId, origin.hlc, origin.storeId);
}

/**
 * Enrols a member, or merges changed fields: each field is taken when its stamp is later than the one it has
 * (last writer wins, field by field). An erased or removed member takes nothing any more.
 */
export function writeMember(db: WriteDb, fact: MemberFact, origin: Origin): void {
  const known = stampsOf.get(db, { id: fact.id });
  if (!known && !fact.enrolment) throw new Error('a change of a member that is not here');
  if (known?.status === 'erased' || known?.status === 'removed') return;

  const stamps: Stamps = known ? readStamps(known.stamps) : new Map();
  const stamp = stampText(origin);
  const columns: Record<string, string | null> = {};
  const custom: Record<string, string | null> = {};
  for (const [field, value] of profileValues(fact.profile)) {
    if (!mayWrite(stamps, field, origin)) continue;
    if (!isCustomName(field)) Object.assign(columns, FIELD_COLUMNS[field](value as never));
    // A new member has no value that could be taken away.
    else if (known || value !== null) custom[customKey(field)] = value as string | null;
    stamps.set(field, stamp);
  }
  if (Object.keys(custom).length > 0) columns.custom = JSON.stringify(custom);
  const standing = {
    status: null as string | null,
    tier: null as string | null,
    statusReason: fact.standing.statusReason ?? null,
    source: null as string | null,
  };
  for (const field of ['status', 'tier', 'source'] as const) {
    const value = fact.standing[field];
    if (value === undefined || !mayWrite(stamps, field, origin)) continue;
    standing[field] = value;
    stamps.set(field, stamp);
  }
  if (!known) {
    if (fact.enrolment) enrol(db, fact.id, fact.enrolment, standing, columns, stamps);
    return;
  }
  for (const [column, value] of Object.entries(columns)) putColumn[column]?.run(db, { id: fact.id, value });
  if (standing.status || standing.tier || standing.source) putStanding.run(db, { id: fact.id, ...standing });
  putStamps.run(db, { id: fact.id, stamps: storedStamps(stamps) });
  copyBoth(db, copyPerson, keysOfMember.get(db, { memberId: fact.id }));
}

/** Headquarters took a change of this store under another stamp: where that change still counts, it has the other one. */
export function restampMember(db: WriteDb, memberId: Id<'member'>, written: Origin, taken: Origin): void {
  const known = stampsOf.get(db, { id: memberId });
  if (!known) return;
  const stamps = readStamps(known.stamps);
  for (const [field, stamp] of stamps) if (stamp === stampText(written)) stamps.set(field, stampText(taken));
  putStamps.run(db, { id: memberId, stamps: storedStamps(stamps) });
}

function enrol(
  db: WriteDb,
  memberId: Id<'member'>,
  enrolment: NonNullable<MemberFact['enrolment']>,
  standing: {
    readonly status: string | null;
    readonly tier: string | null;
    readonly statusReason: string | null;
    readonly source: string | null;
  },
  columns: Readonly<Record<string, string | null>>,
  stamps: Stamps,
): void {
  const statusReason = standing.status === null ? null : standing.statusReason;
  const memberPk = insertMember.insert(db, {
    id: memberId,
    ...enrolment,
    ...standing,
    source: standing.source ?? enrolment.source,
    statusReason,
    stamps: storedStamps(stamps),
  });
  insertIdentity.run(db, {
    memberPk,
    ...Object.fromEntries(COLUMNS.map((column) => [column, columns[column] ?? null])),
  });
  insertSummary.run(db, { memberPk });
}

const insertErased = defineWrite({
  name: 'members.insert-erased',
  sql: `INSERT INTO member (id, home_store_pk, status, tier, enrolled_at_ms, source, stamps)
        VALUES (@id, (SELECT store_pk FROM store WHERE id = @storeId), 'erased', 'member', @atMs, 'till', '{}')`,
  params: { id: id('member'), storeId: id('store'), atMs: integer },
});

/** What remains of a member whose facts were erased before they arrived here: an id that purchases and points point at. */
export function writeErasedMember(
  db: WriteDb,
  erased: { readonly id: Id<'member'>; readonly storeId: Id<'store'>; readonly atMs: number },
): void {
  if (stampsOf.get(db, erased)) return;
  const memberPk = insertErased.insert(db, erased);
  insertSummary.run(db, { memberPk });
  copyToSummary.run(db, { memberPk });
}

const dropIdentity = defineWrite({
  name: 'members.drop-identity',
  sql: 'DELETE FROM member_identity WHERE member_pk = (SELECT member_pk FROM member WHERE id = @id)',
  params: { id: id('member') },
});
const dropCards = defineWrite({
  name: 'member-cards.drop',
  sql: 'DELETE FROM member_card WHERE member_pk = (SELECT member_pk FROM member WHERE id = @id)',
  params: { id: id('member') },
});
const markRemoved = defineWrite({
  name: 'members.mark-removed',
  sql: `UPDATE member SET status = 'removed', status_reason = @why WHERE id = @id AND status <> 'erased'`,
  params: { id: id('member'), why: text },
});

/** Takes an enrolment back: the row stays for what points at it, what names the person goes. */
export function removeMember(db: WriteDb, { id: removed, why }: Retraction): void {
  const member = { id: removed as Id<'member'> };
  dropIdentity.run(db, member);
  dropCards.run(db, member);
  markRemoved.run(db, { ...member, why });
  copyBoth(db, copyToSummary, keysOfMember.get(db, { memberId: member.id }));
}

const putCard = defineWrite({
  name: 'member-cards.put',
  sql: `INSERT INTO member_card (id, member_pk, number, state, issued_at_ms, hlc)
        VALUES (@id, @memberPk, @number, @state, @issuedAtMs, @hlc)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, hlc = excluded.hlc WHERE excluded.hlc > member_card.hlc`,
  params: {
    id: id('member-card'),
    memberPk: nullable(integer),
    number: text,
    state: oneOf(['active', 'lost', 'replaced']),
    issuedAtMs: integer,
    hlc: text,
  },
});
export function writeMemberCard(db: WriteDb, fact: MemberCardFact, { hlc }: Origin): void {
  const keys = keysOfMember.get(db, fact);
  // Of somebody who is not here: the column refuses it.
  putCard.run(db, { ...fact, hlc, memberPk: keys?.memberPk ?? null });
  copyBoth(db, copyCard, keys);
}

const putConsent = defineWrite({
  name: 'consent-events.put',
  sql: `INSERT INTO consent_event (id, member_pk, purpose, given, notice_version, channel, store_pk, staff_pk, at_ms, hlc, supersedes)
        VALUES (@id, @memberPk, @purpose, @given, @noticeVersion, @channel,
                (SELECT store_pk FROM store WHERE id = @storeId), (SELECT staff_pk FROM staff WHERE id = @staffId), @atMs, @hlc, @supersedesId)
        ON CONFLICT (id) DO NOTHING`,
  params: {
    id: id('consent-event'),
    memberPk: nullable(integer),
    purpose: text,
    given: flag,
    noticeVersion: text,
    channel: text,
    storeId: id('store'),
    staffId: nullable(id('staff')),
    atMs: integer,
    hlc: text,
    supersedesId: nullable(id('consent-event')),
  },
});
export function writeConsentEvent(db: WriteDb, fact: ConsentEventFact, { hlc }: Origin): void {
  const keys = keysOfMember.get(db, fact);
  putConsent.run(db, { ...fact, hlc, memberPk: keys?.memberPk ?? null });
  copyBoth(db, copyConsents, keys);
}
