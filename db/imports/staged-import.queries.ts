import { z } from 'zod';
import { FAULT_REASONS, type Fault } from '../../shared/imports/fault.ts';
import { integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const schema = 'staged-import';

const faults = json<Fault[]>(
  z.array(
    z.object({
      field: z.string().nullable(),
      reason: z.enum(FAULT_REASONS),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ) as unknown as z.ZodType<Fault[]>,
);
const cells = json(z.array(z.string()));

export const putStagedRow = defineWrite({
  schema,
  name: 'staged.put-row',
  sql: 'INSERT INTO staged_row (row, unit, cells, item, faults) VALUES (@row, @unit, @cells, @item, @faults)',
  params: { row: integer, unit: nullable(integer), cells: text, item: nullable(text), faults: nullable(text) },
});

/** Says what stands in a row that was found sound by itself. */
export const putStagedFaults = defineWrite({
  schema,
  name: 'staged.put-faults',
  sql: 'UPDATE staged_row SET faults = @faults WHERE row = @row',
  params: { row: integer, faults },
});

/** Takes a key for a row. Nothing happens where another row has it. */
export const takeKey = defineWrite({
  schema,
  name: 'staged.take-key',
  sql: 'INSERT INTO staged_key (kind, value, row) VALUES (@kind, @value, @row) ON CONFLICT DO NOTHING',
  params: { kind: text, value: text, row: integer },
});

export const keyTaken = defineQuery({
  schema,
  name: 'staged.key-taken',
  sql: 'SELECT row FROM staged_key WHERE kind = @kind AND value = @value',
  params: { kind: text, value: text },
  row: { row: integer },
});

/** Rows of the units behind one, by unit and row: a unit is named by its first row. */
export const unitsToPlan = defineQuery({
  schema,
  name: 'staged.units-to-plan',
  sql: `SELECT unit, row, item, faults FROM staged_row
        WHERE unit IN (SELECT DISTINCT unit FROM staged_row WHERE unit > @afterUnit ORDER BY unit LIMIT @limit) ORDER BY unit, row`,
  params: { afterUnit: integer, limit: integer },
  row: { unit: integer, row: integer, item: text, faults: nullable(faults) },
});

/** What is to be applied: `row` is the unit's first row. */
export const putStagedUnit = defineWrite({
  schema,
  name: 'staged.put-unit',
  sql: 'INSERT INTO staged_unit (row, last_row, item) VALUES (@row, @lastRow, @item)',
  params: { row: integer, lastRow: integer, item: text },
});

export const unitsAfter = defineQuery({
  schema,
  name: 'staged.units-after',
  sql: 'SELECT row, item FROM staged_unit WHERE row > @afterRow ORDER BY row LIMIT @limit',
  params: { afterRow: integer, limit: integer },
  row: { row: integer, item: text },
});

export const countFaults = defineQuery({
  schema,
  name: 'staged.count-faults',
  sql: 'SELECT count(*) AS total FROM staged_row WHERE faults IS NOT NULL',
  params: {},
  row: { total: integer },
});

export const faultyRows = defineQuery({
  schema,
  name: 'staged.faulty-rows',
  sql: 'SELECT row, cells, faults FROM staged_row WHERE faults IS NOT NULL ORDER BY row LIMIT @limit OFFSET @offset',
  params: { limit: integer, offset: integer },
  row: { row: integer, cells, faults },
});

/** The same by the last row that was seen, for walking all of them. */
export const faultyRowsAfter = defineQuery({
  schema,
  name: 'staged.faulty-rows-after',
  sql: 'SELECT row, cells, faults FROM staged_row WHERE faults IS NOT NULL AND row > @afterRow ORDER BY row LIMIT @limit',
  params: { afterRow: integer, limit: integer },
  row: { row: integer, cells, faults },
});

export const putMark = defineWrite({
  schema,
  name: 'staged.put-mark',
  sql: 'INSERT INTO mark (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  params: { key: oneOf(['check', 'state']), value: text },
});

export const markOf = defineQuery({
  schema,
  name: 'staged.mark',
  sql: 'SELECT value FROM mark WHERE key = @key',
  params: { key: oneOf(['check', 'state']) },
  row: { value: text },
});
