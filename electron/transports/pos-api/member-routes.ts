import { z } from 'zod';
import { memberById } from '../../../db/members/members.queries.ts';
import { someWords, stamp } from '../../../shared/contract/fields.ts';
import { membersContract } from '../../../shared/contract/members.contract.ts';
import { ledgerPage, pointsContract } from '../../../shared/contract/points.contract.ts';
import { idOf } from '../../../shared/kernel/id.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { enrolMember } from '../../features/members/enrol-member.ts';
import { findMembers } from '../../features/members/find-members.ts';
import { memberCard } from '../../features/members/member-card.ts';
import { pointsLedgerPage } from '../../features/points/ledger-page.ts';
import { pointsOfMember } from '../../features/points/points-of-member.ts';
import { MEMBER_CARD, MEMBER_ID, PURCHASE_ID } from './examples.ts';
import { noBody, nothing, posRoute } from './pos-route.ts';

const MATCHES = 10;
const LEDGER_ACTS = 50;
const memberPath = z.strictObject({ id: idOf('member') });

const find = posRoute({
  method: 'GET',
  path: '/members',
  operationId: 'findMembers',
  summary: 'Find members',
  description:
    'By phone, its last four digits, card number, name, pinyin or initials, as the till itself does. At most ten, who visited last first. Phones are masked.',
  params: nothing,
  query: z.strictObject({ q: someWords(64).describe('What was typed or scanned.') }),
  body: noBody,
  result: membersContract.find.output,
  names: { result: 'FoundMembers' },
  status: 200,
  refusals: {},
  example: { query: { q: '5678' }, result: { by: 'last-4', matches: [MEMBER_CARD] } },
  handle: ({ store, nowMs }, { query: { q } }) => done({ body: findMembers(store, { q, limit: MATCHES }, nowMs) }),
});

const enrol = posRoute({
  method: 'POST',
  path: '/members',
  operationId: 'enrolMember',
  summary: 'Enrol a member',
  description:
    'One of name, phone and card number is enough. Whoever may be a member already is refused with `duplicate`; look with GET /members, ask the customer, and say `despiteDuplicates` to go on.',
  params: nothing,
  query: nothing,
  body: membersContract.enrol.input.omit({ memberId: true, source: true, custom: true }).strict(),
  result: membersContract.enrol.output,
  names: { body: 'Enrolment', result: 'MemberCard' },
  status: 201,
  refusals: {
    'nothing-given': 422,
    'phone-invalid': 422,
    duplicate: 409,
    'card-in-use': 409,
    'referrer-unknown': 422,
  },
  example: {
    body: {
      name: '王小明',
      phone: '13812345678',
      cardNumber: 'VIP-0012',
      consents: [{ purpose: 'marketing-sms', given: true }],
    },
    result: MEMBER_CARD,
  },
  locate: ({ memberId }) => `/members/${memberId}`,
  handle: ({ store, apiKeyId, changes, nowMs, ids, idFromKey }, { body }) => {
    const memberId = idFromKey('member');
    const isReplay = memberById.get(store.db, { memberId }) !== undefined;
    const enrolled = enrolMember(store, { ...body, memberId, source: 'till' }, { apiKeyId }, nowMs, ids);
    if (!enrolled.ok) return enrolled;
    changes.publish(['members', `member:${memberId}`]);
    return done({ body: enrolled.value, isReplay });
  },
});

const read = posRoute({
  method: 'GET',
  path: '/members/{id}',
  operationId: 'readMember',
  summary: 'Read a member',
  description:
    'The card of a member, with the points as they stand now. An id that was merged into another answers with the member that it stands for: `memberId` is that one’s, `redirectedFrom` the one that was asked for. Facts may be sent under either.',
  params: memberPath,
  query: nothing,
  body: noBody,
  result: membersContract.card.output.extend({
    redirectedFrom: idOf('member').nullable().describe('The id that was asked for, where it was merged into another.'),
  }),
  names: { result: 'MemberRead' },
  status: 200,
  refusals: { 'member-unknown': 404 },
  example: { params: { id: MEMBER_ID }, result: { ...MEMBER_CARD, redirectedFrom: null } },
  handle: ({ store, nowMs }, { params: { id } }) => {
    const card = memberCard(store, id, nowMs);
    if (!card) return refuse('member-unknown');
    return done({ body: { ...card, redirectedFrom: card.memberId === id ? null : id } });
  },
});

const readPoints = posRoute({
  method: 'GET',
  path: '/members/{id}/points',
  operationId: 'readPoints',
  summary: 'Read the points of a member',
  description:
    'The balance, the lots that it lies in with their expiry, and the ledger, newest first; `ledger.next`, sent as `before`, goes on from there. `availablePoints` is what can be spent now: a debt is taken off, and while the membership is suspended or closed nothing is available and `withheldPoints` and `withheldBecause` say what and why.',
  params: memberPath,
  query: z.strictObject({ before: stamp.optional().describe('Where the page before ended: its `ledger.next`.') }),
  body: noBody,
  result: pointsContract.ofMember.output.extend({ ledger: ledgerPage }),
  names: { result: 'Points' },
  status: 200,
  refusals: { 'member-unknown': 404 },
  example: {
    params: { id: MEMBER_ID },
    query: { before: '019cef6a6600-0003' },
    result: {
      balance: {
        availablePoints: 20,
        withheldPoints: 0,
        withheldBecause: null,
        pendingPoints: 0,
        debtPoints: 0,
        balancePoints: 20,
      },
      lots: [
        {
          lotId: '0198f0ab-0a01-7a52-9c3d-4e5f60718293',
          source: 'purchase',
          issuedPoints: 20,
          heldHerePoints: 20,
          earnedAtMs: 1_773_547_200_000,
          availableAtMs: 1_773_547_200_000,
          expiresAtMs: 1_805_126_400_000,
          state: 'available',
        },
      ],
      ledger: {
        acts: [
          {
            entryId: '0198f0ab-0a01-7a52-9c3d-4e5f60718293',
            kind: 'earn',
            changePoints: 20,
            afterPoints: 20,
            atMs: 1_773_547_200_000,
            at: '019cef6a6600-0002',
            purchaseId: PURCHASE_ID,
            receiptNumber: 'POS-20260315-0042',
            reason: null,
            staffName: null,
            apiKeyName: 'POS 2.1',
          },
        ],
        next: null,
      },
    },
  },
  handle: ({ store, nowMs }, { params: { id: memberId }, query: { before = null } }) => {
    const points = pointsOfMember(store, memberId, nowMs);
    const ledger = pointsLedgerPage(store, { memberId, before, limit: LEDGER_ACTS });
    return points && ledger ? done({ body: { ...points, ledger } }) : refuse('member-unknown');
  },
});

export const memberRoutes = [find, enrol, read, readPoints];
