import { bareRowidRead, someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import { membersByCard, membersByPhone } from '../../db/members/members.queries.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { memberProfile } from '../../electron/features/members/member-profile.ts';
import { againstRaw, alone, type Figure } from './measure.ts';

const N = 5_000;

/** Looking members up, against a bare read by rowid; searches and the member's page as the main process answers them. */
export function benchReads(store: OpenStore): Figure[] {
  const people = someMembers(store.db, N * 2);
  const of = (index: number) => people[index % people.length] as (typeof people)[number];
  const idOf = (index: number) => idText<'member'>(of(index).id);
  const readRowid = bareRowidRead(store.db);
  const raw = (index: number) => readRowid(of(index).memberPk);
  const exact = { n: N, rawName: 'bare read by rowid', goal: { kind: 'ratio', atMost: 2 } as const };
  const [bare, byPhone] = againstRaw({ ...exact, name: 'member by phone' }, raw, (index) =>
    membersByPhone.all(store.db, { phone: of(index).phone, limit: 10 }),
  );
  const [, byCard] = againstRaw({ ...exact, name: 'member by card' }, raw, (index) =>
    membersByCard.all(store.db, { number: of(index).card, limit: 10 }),
  );
  const find = (name: string, q: (index: number) => string) =>
    alone({ name: `find: ${name}`, n: 1_000, goal: { kind: 'p95', atMostMs: 10 } }, (index) => {
      findMembers(store, { q: q(index), limit: 10 }, Date.now());
    });
  return [
    bare as Figure,
    byPhone as Figure,
    byCard as Figure,
    find('phone', (index) => of(index).phone),
    find('last 4', (index) => of(index).last4),
    find('name', (index) => of(index).name),
    find('two characters', (index) => of(index).name.slice(0, 2)),
    find('pinyin', (index) => of(index).pinyin.slice(0, 6)),
    find('initials', (index) => of(index).initials),
    alone(
      { name: 'member card', n: N, goal: { kind: 'none' } },
      (index) => void memberCard(store, idOf(index), Date.now()),
    ),
    alone(
      { name: 'member page', n: 1_000, goal: { kind: 'p95', atMostMs: 10 } },
      (index) => void memberProfile(store, idOf(index), Date.now()),
    ),
  ];
}
