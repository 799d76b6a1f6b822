import { expect, it } from 'vitest';
import { auditPage } from '../../db/staff/audit.queries.ts';
import { revokeApiKey } from '../../electron/features/api-keys/revoke-api-key.ts';
import { verifyAudit } from '../../electron/features/audit/verify-audit.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { timelinePages } from '../fixtures/timeline-pages.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';
import { aPosStore, connectTo, newApiKey } from './pos-store.ts';

const pos = await aPosStore();
const made = newApiKey(pos, 'Corner till 2.1');
const till = await connectTo(pos.host, made.key);
aProduct(pos.shop, { sku: 'TEA' });
const lines = [{ sku: 'TEA', quantityThousandths: 2000 }];

it('what the till’s own software does is kept under its key: in the audit log, on receipts and on the timeline', async () => {
  const enrolled = await till.ask('POST', '/members', {
    body: { name: '王小明', phone: '13812345678', consents: [{ purpose: 'profiling', given: false }] },
  });
  const { memberId } = enrolled.body;
  const sale = { memberId, lines, tenders: [{ kind: 'cash', amountMinor: 2000 }], expectedNetMinor: 2000 };
  const sold = await till.ask('POST', '/purchases', { body: sale });
  expect(sold.body).toMatchObject({ staffName: null, apiKeyName: 'Corner till 2.1' });
  const goods = { lines: [{ lineNo: 1, quantityThousandths: 1000 }], refunds: [{ kind: 'cash', amountMinor: 1000 }] };
  const back = await till.ask('POST', `/purchases/${sold.body.purchaseId}/returns`, { body: goods });
  expect(back.body).toMatchObject({ entryKind: 'return', apiKeyName: 'Corner till 2.1' });
  const last = await till.ask('POST', '/purchases', { body: sale });
  await till.ask('POST', `/purchases/${last.body.purchaseId}/void`);

  const log = auditPage.all(pos.store.db, { action: '', staffId: null, limit: 50, offset: 0 });
  expect(
    log
      .filter(({ staffName }) => staffName === null)
      .map(({ action, apiKeyName, fields }) => [action, apiKeyName, fields]),
  ).toEqual([
    ['void', 'Corner till 2.1', []],
    ['return', 'Corner till 2.1', []],
    ['enrol', 'Corner till 2.1', ['name', 'phone', 'profiling']],
  ]);
  const stored = JSON.stringify(pos.store.db.raw.prepare('SELECT * FROM audit_entry').all());
  expect(stored).not.toMatch(/regulars_|Corner/);
  expect(
    pos.store.db.raw
      .prepare(
        `SELECT DISTINCT body ->> 'apiKeyId' FROM change_log WHERE kind = 'audit-entry' AND body ->> 'staffId' IS NULL`,
      )
      .pluck()
      .all(),
  ).toEqual([made.keyId]);

  const bought = timelinePages(pos.shop, memberId, 10).flatMap((event) =>
    event.kind === 'purchase' ? [event.purchase.apiKeyName] : [],
  );
  expect(bought).toEqual(Array.from({ length: 4 }, () => 'Corner till 2.1'));
  const points = await till.ask('GET', `/members/${memberId}/points`);
  expect(points.body.ledger.acts.map(({ apiKeyName }: { apiKeyName: string }) => apiKeyName)).toEqual(
    Array.from({ length: 4 }, () => 'Corner till 2.1'),
  );

  // A key that was revoked keeps its name where it acted.
  must(revokeApiKey(pos.store, made.keyId, pos.shop.managerId, pos.shop.nowMs, pos.shop.ids));
  expect((await till.ask('GET', '/members?q=a')).status).toBe(401);
  expect((await pos.ask('GET', `/purchases/${sold.body.purchaseId}`)).body.apiKeyName).toBe('Corner till 2.1');
  expect(verifyAudit(pos.store).fault).toBeNull();
  expectLaws(pos.store.db);
  expectReplay(pos.store.db);
});
