import * as fc from 'fast-check';
import { perform } from '../../../db/changes/act.ts';
import { mergeMembers } from '../../../electron/features/duplicates/merge-members.ts';
import { tellApart } from '../../../electron/features/duplicates/tell-apart.ts';
import { undoMerge } from '../../../electron/features/duplicates/undo-merge.ts';
import { editMember } from '../../../electron/features/members/edit-member.ts';
import { enrolMember } from '../../../electron/features/members/enrol-member.ts';
import { replaceCard } from '../../../electron/features/members/replace-card.ts';
import { setConsent } from '../../../electron/features/members/set-consent.ts';
import type { StandingInput } from '../../../shared/contract/members.contract.ts';
import { MERGED_FIELDS } from '../../../shared/members/member.facts.ts';
import { CLOSING_DEBT, CLOSING_POINTS, STANDING_CHANGES } from '../../../shared/members/standing.ts';
import { anEnrolment } from '../../fixtures/a-member.ts';
import { aChange, tryChange } from '../../fixtures/standing.ts';
import { act, done, nat, pick } from './act.ts';

export const enrol = act(
  'enrol',
  fc.record({
    name: fc.constantFrom('王小明', '李雷', "O'Brien", 'Ana María', ''),
    phone: fc.option(
      fc.integer({ min: 0, max: 40 }).map((n) => `138123456${String(n).padStart(2, '0')}`),
      {
        nil: undefined,
      },
    ),
    cardNumber: fc.option(
      nat.map((n) => `CARD-${n}`),
      { nil: undefined },
    ),
    consent: fc.boolean(),
    despiteDuplicates: fc.boolean(),
  }),
  ({ shop, members }, { consent, ...given }) => {
    const command = anEnrolment(shop, { ...given, consents: [{ purpose: 'marketing-sms', given: consent }] });
    const run = (of = command) => enrolMember(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    const outcome = run();
    if (outcome.ok) members.push(command.memberId);
    return {
      outcome,
      again: run,
      altered: [
        () => run({ ...command, address: 'somewhere else' }),
        () => run({ ...command, cardNumber: `${command.cardNumber ?? ''}-9` }),
        () => run({ ...command, consents: [] }),
      ],
    };
  },
);

export const edit = act(
  'edit',
  fc.record({ who: nat, name: fc.option(fc.constantFrom('张伟', 'Mary', '')), note: fc.option(fc.string()) }),
  ({ shop, members }, { who, ...fields }) => {
    const memberId = pick(members, who);
    return memberId
      ? { outcome: editMember(shop.store, { memberId, fields }, shop.clerkId, shop.nowMs, shop.ids) }
      : done;
  },
);

export const consent = act(
  'consent',
  fc.record({ who: nat, purpose: fc.constantFrom('profiling', 'marketing-sms'), given: fc.boolean() } as const),
  ({ shop, members }, { who, ...said }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = { eventId: shop.ids<'consent-event'>(), memberId, noticeVersion: '1', ...said };
    const run = (of = command) => setConsent(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    return { outcome: run(), again: run, altered: [() => run({ ...command, given: !said.given })] };
  },
);

export const newCard = act(
  'replace a card',
  fc.record({ who: nat, number: fc.nat(60), why: fc.constantFrom('lost', 'replaced') } as const),
  ({ shop, members }, { who, number, why }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = { memberId, cardNumber: `CARD-${number}`, why };
    return { outcome: replaceCard(shop.store, command, shop.clerkId, shop.nowMs, shop.ids) };
  },
);

export const merge = act(
  'merge',
  fc.record({ into: nat, who: fc.array(nat, { minLength: 1, maxLength: 2 }), keep: fc.subarray([...MERGED_FIELDS]) }),
  ({ shop, members, merges }, { into, who, keep }) => {
    const canonicalId = pick(members, into);
    const aliasIds = [...new Set(who.flatMap((one) => pick(members, one) ?? []))].filter((one) => one !== canonicalId);
    if (!canonicalId || !aliasIds[0]) return done;
    const from = aliasIds[0];
    const command = {
      mergeId: shop.ids<'merge'>(),
      canonicalId,
      aliasIds,
      keep: Object.fromEntries(keep.map((field) => [field, from])),
    };
    const run = (of = command) => mergeMembers(shop.store, of, shop.managerId, shop.nowMs, shop.ids);
    const outcome = run();
    if (outcome.ok) merges.push(command.mergeId);
    return { outcome, again: run, altered: [() => run({ ...command, canonicalId: from, aliasIds: [canonicalId] })] };
  },
);

export const partAgain = act('undo a merge', nat, ({ shop, merges }, which) => {
  const mergeId = pick(merges, which);
  if (!mergeId) return done;
  const run = () => undoMerge(shop.store, mergeId, shop.managerId, shop.nowMs, shop.ids);
  return { outcome: run(), again: run };
});

export const apart = act(
  'tell apart',
  fc.record({ one: nat, other: nat, distinct: fc.boolean() }),
  ({ shop, members }, it) => {
    const memberIds = [...new Set([pick(members, it.one), pick(members, it.other)])].filter((id) => id !== undefined);
    if (memberIds.length < 2) return done;
    const run = () => tellApart(shop.store, { memberIds, distinct: it.distinct }, shop.managerId, shop.nowMs, shop.ids);
    return { outcome: run() };
  },
);

export const standing = act(
  'change standing',
  fc.record({
    who: nat,
    status: fc.constantFrom('active', 'suspended', 'closed'),
    tier: fc.constantFrom('member', 'gold'),
  } as const),
  ({ shop, members }, { who, ...changed }) => {
    const id = pick(members, who);
    if (id)
      perform(shop.store.db, shop.nowMs, ({ record }) =>
        record('member', { id, enrolment: null, profile: {}, standing: changed }),
      );
    return done;
  },
);

export const manage = act(
  'suspend, close, take up again',
  fc.record({
    who: nat,
    change: fc.constantFrom(...STANDING_CHANGES),
    reason: fc.constantFrom('own-request', 'other', 'abuse'),
    note: fc.option(fc.constantFrom<string>('说不清', '13812345678')),
    rest: fc.record({ points: fc.constantFrom(...CLOSING_POINTS), debt: fc.constantFrom(...CLOSING_DEBT) }),
    seenBalancePoints: fc.option(fc.constantFrom<number>(0, 10), { freq: 9 }),
  } as const),
  ({ shop, members }, { who, rest, seenBalancePoints, ...asked }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = aChange(shop, memberId, {
      ...asked,
      ...(asked.change === 'close' ? { rest, seenBalancePoints } : {}),
    } as Partial<StandingInput>);
    const run = (of = command) => tryChange(shop, of);
    return {
      outcome: run(),
      again: run,
      altered: [
        () => run({ ...command, note: 'another' }),
        () => run({ ...command, memberId: shop.ids<'member'>() }),
        () =>
          run(
            aChange(shop, memberId, {
              ...command,
              change: asked.change === 'close' ? 'suspend' : 'close',
            } as StandingInput),
          ),
      ],
    };
  },
);
