import { oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const KIND = oneOf(['receipt', 'count']);

export const stockDraft = defineQuery({
  name: 'stock-drafts.of-kind',
  sql: 'SELECT draft FROM stock_draft WHERE kind = @kind',
  params: { kind: KIND },
  row: { draft: text },
});

export const putStockDraft = defineWrite({
  name: 'stock-drafts.put',
  sql: `INSERT INTO stock_draft (kind, draft) VALUES (@kind, @draft) ON CONFLICT (kind) DO UPDATE SET draft = excluded.draft`,
  params: { kind: KIND, draft: text },
});

export const dropStockDraft = defineWrite({
  name: 'stock-drafts.drop',
  sql: 'DELETE FROM stock_draft WHERE kind = @kind',
  params: { kind: KIND },
});
