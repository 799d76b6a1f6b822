import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { countOf, makeIsIn, type Who } from '../../db/audiences/members-of-audience.ts';
import { fillGoods } from '../../db/bench/large-store.ts';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { perform } from '../../db/changes/act.ts';
import { idText } from '../../db/kernel/codec.ts';
import { activeStaff } from '../../db/staff/staff.queries.ts';
import { onDay } from '../../electron/features/audiences/count-audience.ts';
import { recordEntry } from '../../electron/features/audiences/put-into-list.ts';
import { saveAudience } from '../../electron/features/audiences/save-audience.ts';
import { MAX_ENTRY_MEMBERS } from '../../shared/audiences/audience.facts.ts';
import type { Condition } from '../../shared/lists/conditions.ts';
import { benchCampaign } from './campaigns.ts';
import { makeLargeStore } from './make-large-store.ts';
import { againstRaw, alone, type Figure } from './measure.ts';

const COUNTS = 60;
const LISTED = 100_000;

const segment = (where: readonly Condition[], either: readonly Condition[][] = []): Who => ({
  kind: 'segment',
  where: [...where],
  either: [...either],
});

/** As a manager would write them, over what the summary holds. */
const SEGMENTS: readonly Who[] = [
  segment([{ field: 'tier', is: 'any-of', values: ['gold', 'silver'] }]),
  segment([
    { field: 'lastVisit', is: 'more-than-days-ago', days: 60 },
    { field: 'netSales', is: 'at-least', value: 5_000 },
    { field: 'consent', is: 'given', purpose: 'marketing-sms' },
  ]),
  segment(
    [
      { field: 'status', is: 'any-of', values: ['active'] },
      { field: 'averageBasket', is: 'at-least', value: 4_000 },
    ],
    [
      [
        { field: 'birthday', is: 'this-month' },
        { field: 'balance', is: 'at-least', value: 60 },
      ],
    ],
  ),
];

/** Counts audiences of a store of `members` members, asks of one member as the till does, and evaluates a campaign with all of them. */
export async function benchAudiences(members: number): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bench-'));
  try {
    const { host, store } = await makeLargeStore(folder, members);
    const { db } = store;
    const categoryId = fillGoods(db);
    const nowMs = host.clock();
    const day = onDay(store, nowMs);
    const staffId = activeStaff.all(db, {})[0]?.staffId;
    if (!staffId) throw new Error('nobody works in the bench store');
    const audienceId = host.ids<'audience'>();
    const list = { audienceId, basedOn: 0, name: 'list', terms: { kind: 'list' as const }, note: '' };
    saveAudience(store, list, staffId, nowMs, host.ids);
    const listed = someMembers(db, Math.min(LISTED, members)).map(({ id }) => idText<'member'>(id));
    for (let at = 0; at < listed.length; at += MAX_ENTRY_MEMBERS) {
      const memberIds = [...new Set(listed.slice(at, at + MAX_ENTRY_MEMBERS))];
      const entry = { entryId: host.ids<'audience-entry'>(), audienceId, memberIds, isIn: true };
      perform(db, nowMs, (act) => recordEntry(act, store, entry, staffId, host.ids));
    }

    // A long log makes every page that is read cost more; a till empties it when it is idle.
    db.raw.pragma('wal_checkpoint(TRUNCATE)');
    const scan = db.raw.prepare('SELECT sum(purchases) FROM member_summary NOT INDEXED');
    const count = (who: Who) => [...countOf(db, who, day)].reduce((sum, slice) => sum + slice.members, 0);
    const counted = SEGMENTS.flatMap((who, index) =>
      againstRaw(
        {
          name: `count: segment ${index + 1}`,
          rawName: 'bare scan of the summaries',
          n: COUNTS,
          goal: { kind: 'p95', atMostMs: 300 },
        },
        () => void scan.get(),
        () => void count(who),
      ).slice(index === 0 ? 0 : 1),
    );
    const isIn = [...SEGMENTS, audienceId].map((who) => makeIsIn(db, who, day));
    const someone = someMembers(db, 5_000).map(({ memberPk }) => memberPk);
    const beside = (name: string, who: Who) => alone({ name, n: 5, goal: { kind: 'none' } }, () => void count(who));
    const figures = [
      ...counted,
      beside('count: what was spent in 12 months', segment([{ field: 'yearSales', is: 'at-least', value: 5_000 }])),
      beside(
        'count: bought of a category in 90 days',
        segment([{ field: 'bought', is: 'bought-within', days: 90, values: [categoryId] }]),
      ),
      beside(`count: a list of ${new Set(listed).size}`, audienceId),
      alone({ name: 'one member: in which of 4', n: someone.length, goal: { kind: 'p95', atMostMs: 1 } }, (index) => {
        for (const ask of isIn) ask(someone[index] ?? 1);
      }),
      ...benchCampaign(db, members),
    ];
    host.close();
    return figures;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
