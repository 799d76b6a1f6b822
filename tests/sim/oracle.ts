import { isDeepStrictEqual } from 'node:util';
import { nodeDigest } from '../../db/changes/digest.ts';
import { idText } from '../../db/kernel/codec.ts';
import type { ReadDb } from '../../db/kernel/connection.ts';
import { syncPosition } from '../../db/sync/sync.queries.ts';
import { open } from '../../electron/features/sync/frame.ts';
import { findChainFault, type LoggedChange } from '../../shared/sync/chain.ts';

/**
 * What must be true, reckoned in the simplest way there is: maps of what was written, lists, and loops over all of it. It
 * shares no code with what merges.
 */
export interface Oracle {
  /** What a store's log holds was written, and what its last act says of members is what it shows. */
  noteWritten(db: ReadDb): void;
  /** An act whose rows can never be merged: those that `isPoison` says. */
  notePoison(db: ReadDb, act: () => void): void;
  /** Headquarters is about to tell a store something: what it ever told this store that it has, it has. */
  noteAnswer(request: Uint8Array, answer: Uint8Array, storeId: string, hub: ReadDb): void;
  /** This store's disk was put back or copied: only then may it be told to take back what headquarters holds. */
  noteDiskChanged(storeId: string): void;
  /** A store took an answer: what it may do is on its disk. */
  noteTaken(answer: Uint8Array, db: ReadDb): void;
  /** Two disks spoke for this store, one after the other. */
  judgeCopies(storeId: string, hub: ReadDb): void;
  /** Headquarters is about to forget what came after its backup. */
  noteHubRestored(hub: ReadDb): void;
  noteSurviving(stores: readonly ReadDb[], hub: ReadDb): void;
  /** Throws with what is wrong, where anything is. */
  judge(stores: readonly ReadDb[], hub: ReadDb): void;
}

interface Body {
  readonly id: string;
  readonly memberIds?: readonly string[];
  readonly enrolment?: { readonly importId: string | null } | null;
  readonly profile?: Readonly<Record<string, string | null>>;
  readonly memberId?: string;
  readonly fields?: readonly unknown[];
}

interface Written {
  readonly kind: string;
  readonly op: string;
  readonly body: Body;
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const rows = <T>(db: ReadDb, sql: string, ...values: unknown[]): T[] => db.raw.prepare(sql).all(...values) as T[];

interface AnyHead {
  readonly is: string;
  readonly through?: number;
  readonly verdict?: string;
  readonly session?: number;
  readonly underReview?: boolean;
}
const headOf = (answer: Uint8Array) => open(answer)?.head as AnyHead | undefined;
const blobOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const IS_BEHIND: readonly string[] = ['clone', 'fork', 'rewind'];

class Wrong extends Error {}
function wrong(what: string): never {
  throw new Wrong(what);
}

interface HubRow extends Omit<LoggedChange, 'op'> {
  readonly store: Uint8Array;
  readonly op: string;
  readonly factPk: number;
  /** What it said when it was written. */
  readonly said: Body;
  readonly stamp: string;
  readonly receivedAtMs: number;
  readonly hold: string | null;
}

/** No act here, and no answer, writes more rows. */
const MOST_AT_ONCE = 64;

const leavesOf = (db: ReadDb, table: 'fact' | 'change_log') =>
  rows<{ leaf: Uint8Array }>(db, `SELECT leaf FROM ${table}`).map(({ leaf }) => hexOf(leaf));

export function makeOracle(): Oracle {
  const written = new Map<string, Written>();
  const poisoned = new Set<string>();
  /** What headquarters held before it was restored. */
  const onceHeld = new Set<string>();
  const changed = new Set<string>();
  /** The greatest session in which each store was answered. */
  const used = new Map<string, number>();
  /** Through which seq each store was told that headquarters holds its log. */
  const acknowledged = new Map<string, number>();
  let surviving = new Set<string>();

  const noteNew = (db: ReadDb): readonly string[] =>
    rows<{ leaf: Uint8Array; kind: string; op: string; body: Uint8Array }>(
      db,
      `SELECT leaf, kind, op, body FROM change_log
       WHERE seq > (SELECT last_seq FROM sync_state) - ${MOST_AT_ONCE} AND body IS NOT NULL`,
    ).map(({ leaf, kind, op, body }) => {
      const key = hexOf(leaf);
      written.set(key, { kind, op, body: JSON.parse(Buffer.from(body).toString('utf8')) as Body });
      return key;
    });

  return {
    noteWritten(db) {
      noteNew(db);
      judgeLastAct(db);
    },
    notePoison(db, act) {
      try {
        act();
      } finally {
        // A disk that fails at the second of its transactions has the first.
        for (const leaf of noteNew(db)) if (isPoison(written.get(leaf) as Written)) poisoned.add(leaf);
      }
    },
    noteAnswer(request, answer, storeId, hub) {
      const [asked, head] = [headOf(request), headOf(answer)];
      if (
        head?.is === 'verdict' &&
        !IS_BEHIND.includes(head.verdict ?? '') &&
        (asked?.session ?? 0) < (used.get(storeId) ?? 0)
      )
        wrong(`a disk that forgot a session was told: ${head.verdict}`);
      if (asked?.session !== undefined && head && head.is !== 'refused')
        used.set(storeId, Math.max(asked.session, used.get(storeId) ?? 0));
      if (IS_BEHIND.includes(head?.verdict ?? '') && !changed.has(storeId))
        wrong(`a store whose disk never changed was told: ${head?.verdict}`);
      if (head?.is !== 'committed' || head.through === undefined) return;
      const told = Math.max(head.through, acknowledged.get(storeId) ?? 0);
      acknowledged.set(storeId, told);
      const { held } = hub.raw
        .prepare('SELECT max(seq) AS held FROM fact JOIN line USING (line_pk) WHERE store_id = ?')
        .get(blobOf(storeId)) as { held: number | null };
      if ((held ?? 0) < told) wrong(`acknowledged through ${told}, held through ${held}`);
    },
    noteDiskChanged: (storeId) => void changed.add(storeId),
    noteTaken(answer, db) {
      noteNew(db);
      const head = headOf(answer);
      const position = syncPosition.get(db, {});
      if (head?.is !== 'verdict' || !position || position.session !== head.session) return;
      const mayRedeem = !IS_BEHIND.includes(head.verdict ?? '') && !head.underReview;
      if (position.isFrozen === mayRedeem) wrong(`after ${head.verdict} a store is ${mayRedeem ? '' : 'not '}frozen`);
    },
    judgeCopies(storeId, hub) {
      const reviews = rows(
        hub,
        `SELECT at_seq FROM review JOIN line USING (line_pk) WHERE store_id = ? AND what = 'clone' AND settled_at_ms IS NULL`,
        blobOf(storeId),
      );
      if (reviews.length === 0) wrong('two disks passed for one store, and nobody was told');
    },
    noteHubRestored(hub) {
      for (const leaf of leavesOf(hub, 'fact')) onceHeld.add(leaf);
      acknowledged.clear();
      used.clear();
    },
    noteSurviving(stores, hub) {
      surviving = new Set([...leavesOf(hub, 'fact'), ...stores.flatMap((db) => leavesOf(db, 'change_log'))]);
    },
    judge(stores, hub) {
      const facts = rows<Omit<HubRow, 'said'>>(
        hub,
        `SELECT store_id AS store, epoch, seq, tx, kind, id, subject, op, schema_version AS schemaVersion, hlc, supersedes, salt,
           body, leaf, chain, fact_pk AS factPk, stamp, received_at_ms AS receivedAtMs, hold
         FROM fact JOIN line USING (line_pk) LEFT JOIN held_fact USING (fact_pk) ORDER BY line_pk, seq`,
      ).map(
        (fact): HubRow => ({
          ...fact,
          said: written.get(hexOf(fact.leaf))?.body ?? wrong(`nobody wrote a ${fact.kind}`),
        }),
      );
      const forgotten = forgottenIn(facts);
      judgeLogs(facts, stores);
      judgeSurvival(facts, surviving);
      judgeErasures(facts, forgotten, stores);
      const held = judgeHolds(facts, forgotten, poisoned);
      judgeStamps(facts);
      judgeDirectory(facts, held, forgotten, hub);
      // The store that wrote what is held shows it all the same.
      const shown = [...held].filter(({ kind }) => kind === 'member').map(({ id }) => hexOf(id));
      const doubtful = new Set([...membersOfLost(facts, written, onceHeld), ...shown]);
      judgeMembers(facts, held, forgotten, stores, doubtful);
    },
  };
}

const isPoison = ({ kind, body }: Written): boolean =>
  kind === 'audit-entry' ? body.fields?.[0] === 1 : typeof body.enrolment?.importId === 'string';

/** What somebody was told to have changed, is changed: no stamp that was seen before stands against it. */
function judgeLastAct(db: ReadDb): void {
  const changes = rows<{ id: Uint8Array; body: Uint8Array | null }>(
    db,
    `SELECT id, body FROM change_log
     WHERE tx = (SELECT tx FROM change_log ORDER BY seq DESC LIMIT 1) AND kind = 'member' AND op = 'put' ORDER BY seq`,
  );
  for (const { id, body } of changes) {
    if (!body) continue;
    const [shown] = rows<Record<string, string | null>>(
      db,
      'SELECT member_identity.* FROM member JOIN member_identity USING (member_pk) WHERE id = ?',
      id,
    );
    const { profile = {} } = JSON.parse(Buffer.from(body).toString('utf8')) as Body;
    for (const [field, value] of Object.entries(profile))
      if (shown && shown[field] !== value) wrong(`${field} was changed to ${value}, and is ${shown[field]}`);
  }
}

/** Headquarters' copy of each log is whole and chained, and is the log that the store has. */
function judgeLogs(facts: readonly HubRow[], stores: readonly ReadDb[]): void {
  const lines = Map.groupBy(facts, ({ store }) => hexOf(store));
  for (const [store, line] of lines) {
    const fault = findChainFault(line, nodeDigest);
    if (fault) wrong(`the log of ${store} is broken at ${fault.seq}: ${fault.what}`);
  }
  for (const db of stores) {
    const position = syncPosition.get(db, {});
    if (!position) wrong('a store without a log');
    const line = lines.get(position.storeId.replaceAll('-', '')) ?? [];
    if (line.length !== position.lastSeq) wrong(`a store has ${position.lastSeq} rows, headquarters ${line.length}`);
    if (hexOf(line.at(-1)?.chain as Uint8Array) !== hexOf(position.chainHead)) wrong('two heads differ');
    if (position.acknowledgedSeq !== position.lastSeq) wrong('not all was acknowledged');
    if (position.isFrozen) wrong('a store stays frozen');
  }
}

/** What any disk held is at headquarters, once. */
function judgeSurvival(facts: readonly HubRow[], surviving: ReadonlySet<string>): void {
  const there = new Set<string>();
  for (const { leaf, kind } of facts) {
    const key = hexOf(leaf);
    if (there.has(key)) wrong(`a ${kind} is there twice`);
    there.add(key);
  }
  const lost = [...surviving].filter((leaf) => !there.has(leaf));
  if (lost.length > 0) wrong(`${lost.length} facts were lost`);
}

const plain = (id: string) => id.replaceAll('-', '');

/** Who was asked to be forgotten, by any row of any log. */
const forgottenIn = (facts: readonly HubRow[]): ReadonlySet<string> =>
  new Set(facts.flatMap(({ kind, said }) => (kind === 'member-erasure' ? (said.memberIds ?? []).map(plain) : [])));

/** Of whom is forgotten no log holds a word, and every store has said so. */
function judgeErasures(facts: readonly HubRow[], forgotten: ReadonlySet<string>, stores: readonly ReadDb[]): void {
  const isOf = (subject: Uint8Array | null) => subject !== null && forgotten.has(hexOf(subject));
  if (facts.some(({ subject, body }) => body !== null && isOf(subject)))
    wrong('headquarters keeps words of somebody who was forgotten');
  const lines = new Set(facts.map(({ store }) => hexOf(store)));
  for (const [erasure, said] of Map.groupBy(
    facts.filter(({ kind }) => kind === 'member-erasure'),
    ({ id }) => hexOf(id),
  )) {
    const by = new Set(said.map(({ store }) => hexOf(store)));
    if (by.size !== lines.size) wrong(`${by.size} of ${lines.size} stores said the erasure ${erasure}`);
  }
  for (const db of stores) {
    for (const table of ['change_log', 'pulled_fact', 'taken_back'])
      for (const { subject } of rows<{ subject: Uint8Array | null }>(
        db,
        `SELECT subject FROM ${table} WHERE body IS NOT NULL`,
      ))
        if (isOf(subject)) wrong(`a store's ${table} keeps words of somebody who was forgotten`);
    for (const { id } of rows<{ id: Uint8Array }>(db, 'SELECT id FROM member JOIN member_identity USING (member_pk)'))
      if (isOf(id)) wrong('a store still knows somebody who was forgotten');
  }
}

/** Quarantined is what was planted; what waits rests on it, or shares its transaction. Returns the keys of all that is held. */
function judgeHolds(
  facts: readonly HubRow[],
  forgotten: ReadonlySet<string>,
  poisoned: ReadonlySet<string>,
): ReadonlySet<HubRow> {
  const held = new Set<HubRow>();
  const transactions = [...Map.groupBy(facts, ({ store, tx }) => `${hexOf(store)} ${tx}`).values()];
  for (let found = true; found; ) {
    found = false;
    const enrolled = facts.filter((fact) => !held.has(fact) && isEnrolment(fact) && fact.body !== null);
    const known = new Set([...forgotten, ...enrolled.map(({ id }) => hexOf(id))]);
    for (const together of transactions) {
      if (held.has(together[0] as HubRow)) continue;
      const cannot = together.some(
        (fact) =>
          !isAbout(fact, forgotten) && (fact.body === null || poisoned.has(hexOf(fact.leaf)) || !restsOn(fact, known)),
      );
      if (!cannot) continue;
      for (const fact of together) held.add(fact);
      found = true;
    }
  }
  for (const fact of facts) {
    const isPlanted = poisoned.has(hexOf(fact.leaf)) && fact.body !== null;
    const expected = isPlanted ? 'quarantined' : held.has(fact) ? 'parked' : null;
    if (fact.hold !== expected) wrong(`a ${fact.kind} is ${fact.hold ?? 'merged'}, expected ${expected ?? 'merged'}`);
  }
  return held;
}

const isAbout = ({ subject }: HubRow, people: ReadonlySet<string>): boolean =>
  subject !== null && people.has(hexOf(subject));
const isEnrolment = ({ kind, op, said }: HubRow): boolean =>
  kind === 'member' && op === 'put' && said.enrolment !== null;

function restsOn(fact: HubRow, members: ReadonlySet<string>): boolean {
  const { memberId } = fact.said;
  const member = fact.kind === 'member' ? hexOf(fact.id) : memberId && plain(memberId);
  return member === undefined || isEnrolment(fact) || members.has(member);
}

/**
 * Members of whom something was written that no log has any more: its writer and headquarters were both put back to before
 * it. A third store may have pulled it meanwhile, and goes on showing it.
 */
function membersOfLost(
  facts: readonly HubRow[],
  written: ReadonlyMap<string, Written>,
  onceHeld: ReadonlySet<string>,
): ReadonlySet<string> {
  const there = new Set(facts.map(({ leaf }) => hexOf(leaf)));
  const lost = [...written].filter(([leaf, { kind }]) => kind === 'member' && onceHeld.has(leaf) && !there.has(leaf));
  return new Set(lost.map(([, { body }]) => body.id.replaceAll('-', '')));
}

/** No clock wins by being wrong: five minutes ahead of headquarters' latest moment at the most, and a counter's overflow. */
function judgeStamps(facts: readonly HubRow[]): void {
  const latestMs = facts.reduce((latest, { receivedAtMs }) => Math.max(latest, receivedAtMs), 0);
  const ahead = facts.find(({ stamp }) => Number.parseInt(stamp.slice(0, 12), 16) > latestMs + 5 * 60_000 + 10);
  if (ahead) wrong(`a ${ahead.kind} is taken under the stamp ${ahead.stamp}`);
}

/** What headquarters says counts, is what counts; of what was removed, only that. */
function judgeDirectory(
  facts: readonly HubRow[],
  held: ReadonlySet<HubRow>,
  forgotten: ReadonlySet<string>,
  hub: ReadDb,
): void {
  const removed = new Set<string>();
  const best = new Map<string, NaiveClaim>();
  for (const fact of facts) {
    if (fact.kind !== 'member' || held.has(fact)) continue;
    if (fact.op === 'delete') removed.add(hexOf(fact.id));
    for (const [field, claim] of claimsIn(fact)) {
      const key = `${hexOf(fact.id)} ${field}`;
      if (isBetter(claim, best.get(key))) best.set(key, claim);
    }
  }
  const byKey = new Map(facts.map((fact) => [fact.factPk, fact]));
  const found = new Set<string>();
  for (const { id, field, factPk } of rows<{ id: Uint8Array; field: string; factPk: number }>(
    hub,
    `SELECT id, field, fact_pk AS factPk FROM in_force WHERE kind = 'member'`,
  )) {
    const key = `${hexOf(id)} ${field}`;
    const fact = byKey.get(factPk) as HubRow;
    found.add(key);
    if (held.has(fact)) wrong(`${field} of a member rests on a fact that is held`);
    if (forgotten.has(hexOf(id)) !== (field === 'erased')) wrong(`${field} of a forgotten member counts`);
    if (field === 'erased') continue;
    if (removed.has(hexOf(id)) !== (field === 'gone')) wrong(`${field} of a removed member counts`);
    const value = new Map(claimsIn(fact)).get(field)?.value;
    if (best.has(key) && value !== best.get(key)?.value) wrong(`${field} of a member is ${value}`);
  }
  for (const key of best.keys())
    if (!found.has(key) && !removed.has(key.slice(0, 32)) && !forgotten.has(key.slice(0, 32)))
      wrong('a field of a member is not in the directory');
}

interface NaiveClaim {
  readonly rank: string;
  readonly value: string;
}

const claimsIn = (fact: HubRow): readonly (readonly [string, NaiveClaim])[] =>
  Object.entries(fact.said.profile ?? {}).map(([field, value]) => [
    field,
    { rank: `${fact.stamp} ${idText(fact.store)}`, value: JSON.stringify(value) },
  ]);

const isBetter = (claim: NaiveClaim, than: NaiveClaim | undefined): boolean =>
  !than || claim.rank > than.rank || (claim.rank === than.rank && claim.value > than.value);

/** Every store has every member of the chain, and in each field what the latest stamp wrote. */
function judgeMembers(
  facts: readonly HubRow[],
  held: ReadonlySet<HubRow>,
  forgotten: ReadonlySet<string>,
  stores: readonly ReadDb[],
  doubtful: ReadonlySet<string>,
): void {
  const members = new Map<string, Map<string, NaiveClaim>>();
  const removed = new Set<string>();
  for (const fact of facts) {
    if (fact.kind !== 'member' || held.has(fact)) continue;
    const key = hexOf(fact.id);
    if (fact.op === 'delete') removed.add(key);
    const fields = members.get(key) ?? new Map<string, NaiveClaim>();
    members.set(key, fields);
    for (const [field, claim] of claimsIn(fact)) if (isBetter(claim, fields.get(field))) fields.set(field, claim);
  }
  const expected = new Map(
    [...members].map(([key, fields]) => {
      const value = (field: string) => JSON.parse(fields.get(field)?.value ?? 'null') as string | null;
      const profile = {
        name: value('name'),
        phone: value('phone'),
        email: value('email'),
        address: value('address'),
        note: value('note'),
      };
      return [key, forgotten.has(key) ? 'erased' : removed.has(key) ? 'removed' : JSON.stringify(profile)];
    }),
  );
  for (const db of stores) {
    const there = rows<{ id: Uint8Array; status: string } & Record<string, string | null>>(
      db,
      'SELECT id, status, name, phone, email, address, note FROM member LEFT JOIN member_identity USING (member_pk)',
    );
    const found = new Map(
      there.map(({ id, status, name, phone, email, address, note }) => [
        hexOf(id as unknown as Uint8Array),
        status === 'removed' || status === 'erased' ? status : JSON.stringify({ name, phone, email, address, note }),
      ]),
    );
    for (const [key, value] of expected)
      if (!doubtful.has(key) && found.get(key) !== value && !(value === 'removed' && !found.has(key)))
        wrong(`member ${key}: a store has ${found.get(key)}, it should have ${value}`);
    if (
      !isDeepStrictEqual(
        [...found.keys()].filter((key) => !expected.has(key)),
        [],
      )
    ) {
      const own = new Set(facts.filter((fact) => held.has(fact) && isEnrolment(fact)).map(({ id }) => hexOf(id)));
      for (const key of found.keys())
        if (!expected.has(key) && !own.has(key) && !doubtful.has(key)) wrong(`nobody enrolled ${key}`);
    }
  }
}
