import { expect, it } from 'vitest';
import { aMember } from '../fixtures/a-member.ts';
import { aServedStore, ask, PROCEDURES, seat } from './served-store.ts';

it('an unexpected error tells the window nothing of what went wrong', async () => {
  const served = await aServedStore();
  const memberId = aMember(served.shop, { phone: '13812345678' });
  const { raw } = served.store.db;
  raw.exec(
    `CREATE TRIGGER broken BEFORE INSERT ON change_log BEGIN SELECT raise(ABORT, '+8613812345678 is secret'); END`,
  );
  seat(served, 'window', 'manager');
  const edit = PROCEDURES.find(({ path }) => path === 'members.edit');
  const answer = edit && (await ask(served.host, 'window', edit, { memberId, fields: { note: 'a note' } }));
  expect(answer).toMatchObject({ ok: false, code: 'INTERNAL_SERVER_ERROR', message: 'internal' });
  expect(JSON.stringify(answer && !answer.ok && answer.told)).not.toMatch(/secret|138|\.ts|SQLITE|TRIGGER/);
  expect(raw.prepare('SELECT note FROM member_identity').pluck().all()).toEqual([null]);
});
