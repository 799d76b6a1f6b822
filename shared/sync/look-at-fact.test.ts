import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type Fact, lookAtFact, needsOf, type Statement } from './look-at-fact.ts';

const id = (digit: string) => `00000000-0000-7000-8000-00000000000${digit}` as Id<never>;
const [STORE, OTHER, MEMBER, EVENT, EARLIER] = [id('1'), id('2'), id('3'), id('4'), id('5')];

const entry = {
  id: EVENT,
  atMs: 1,
  staffId: null,
  apiKeyId: null,
  tillId: null,
  action: 'a',
  subjectKind: null,
  subjectId: null,
  fields: [],
};
const category = { id: EVENT, owner: STORE as string, version: 1, name: '饮料', parentId: null };
const consent = {
  id: EVENT,
  memberId: MEMBER,
  purpose: 'profiling',
  given: true,
  noticeVersion: '1',
  channel: 'till',
  storeId: STORE,
  staffId: null,
  atMs: 1,
  supersedesId: EARLIER,
};

const row = (kind: string, body: object | string | null, rest: Partial<Statement> = {}): Statement => ({
  kind,
  id: EVENT,
  op: 'put',
  schemaVersion: 1,
  body: typeof body === 'object' && body !== null ? JSON.stringify(body) : body,
  ...rest,
});
const lookAt = (statement: Statement) => lookAtFact(statement, STORE);
const needs = (statement: Statement) => needsOf(lookAt(statement) as Fact);

describe('a row that a store pushed', () => {
  it('is a fact where nothing is wrong with it', () => {
    expect(lookAt(row('audit-entry', entry))).toEqual({ kind: 'audit-entry', op: 'put', body: entry });
    expect(lookAt(row('category', category))).toEqual({ kind: 'category', op: 'put', body: category });
    const tombstone = { id: EVENT, why: 'import-undone' };
    expect(lookAt(row('member', tombstone, { op: 'delete' }))).toEqual({
      kind: 'member',
      op: 'delete',
      body: tombstone,
    });
  });

  it.each([
    ['a kind of tomorrow', row('hologram', entry), 'unknown-kind'],
    ['a schema of tomorrow', row('audit-entry', entry, { schemaVersion: 2 }), 'newer-schema'],
  ])('waits for a newer program: %s', (_, statement, reason) => {
    expect(lookAt(statement)).toEqual({ hold: 'deferred', reason });
  });

  it.each([
    ['no JSON', row('audit-entry', '{"id"'), 'not-json'],
    ['a field of the wrong type', row('audit-entry', { ...entry, atMs: 'noon' }), 'invalid'],
    ['no body', row('audit-entry', null), 'body-missing'],
    ['another id than its body', row('audit-entry', { ...entry, id: OTHER }), 'wrong-id'],
    ['another store’s row', row('category', { ...category, owner: OTHER }), 'not-the-owner'],
    ['the chain’s row', row('category', { ...category, owner: 'chain' }), 'not-the-owner'],
    ['a tombstone of what stays for ever', row('audit-entry', { id: EVENT }, { op: 'delete' }), 'not-retractable'],
    ['a tombstone of something else', row('member', { id: OTHER }, { op: 'delete' }), 'wrong-id'],
    ['a tombstone of nothing', row('member', 'null', { op: 'delete' }), 'wrong-id'],
  ])('is quarantined for good: %s', (_, statement, reason) => {
    expect(lookAt(statement)).toEqual({ hold: 'quarantined', reason });
  });

  it('needs the members that it speaks of, and the word that it answers', () => {
    const member = { id: EVENT, enrolment: null, profile: {}, standing: {} };
    const alias = { id: EVENT, canonicalId: MEMBER, mergeId: OTHER, undone: false, atMs: 1, staffId: null, fields: [] };
    expect(needs(row('audit-entry', entry))).toEqual([]);
    expect(needs(row('member', member))).toEqual([{ kind: 'member', id: EVENT }]);
    expect(needs(row('member-alias', alias)).map((need) => need.id)).toEqual([EVENT, MEMBER]);
    expect(needs(row('consent-event', consent))).toEqual([
      { kind: 'member', id: MEMBER },
      { kind: 'consent-event', id: EARLIER },
    ]);
    const distinct = { id: EVENT, memberIds: [MEMBER, OTHER], distinct: true, atMs: 1, staffId: null };
    expect(needs(row('member-distinct', distinct)).map((need) => need.id)).toEqual([MEMBER, OTHER]);
    expect(needs(row('member', { id: EVENT, why: 'import-undone' }, { op: 'delete' })).map((need) => need.id)).toEqual([
      EVENT,
    ]);
  });
});
