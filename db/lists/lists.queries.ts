import { z } from 'zod';
import type { Condition } from '../../shared/lists/conditions.ts';
import { listLayout } from '../../shared/lists/layout.ts';
import { id, integer, json, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const staff = { staffId: id('staff'), list: text };
const STAFF = '(SELECT staff_pk FROM staff WHERE id = @staffId)';

export const layoutOf = defineQuery({
  name: 'lists.layout',
  sql: `SELECT layout FROM list_layout WHERE staff_pk = ${STAFF} AND list = @list`,
  params: staff,
  row: { layout: json(listLayout) },
});

export const putLayout = defineWrite({
  name: 'lists.put-layout',
  sql: `INSERT INTO list_layout (staff_pk, list, layout) VALUES (${STAFF}, @list, @layout)
        ON CONFLICT (staff_pk, list) DO UPDATE SET layout = excluded.layout`,
  params: { ...staff, layout: json(listLayout) },
});

export const dropLayout = defineWrite({
  name: 'lists.drop-layout',
  sql: `DELETE FROM list_layout WHERE staff_pk = ${STAFF} AND list = @list`,
  params: staff,
});

/** The door checked them when they were kept; what a newer program knows by other fields is refused when it is asked. */
const conditions = json(z.array(z.unknown()) as unknown as z.ZodType<Condition[]>);

export const filtersOf = defineQuery({
  name: 'lists.filters',
  sql: `SELECT id AS filterId, name, conditions FROM list_filter WHERE staff_pk = ${STAFF} AND list = @list ORDER BY name`,
  params: staff,
  row: { filterId: id('list-filter'), name: text, conditions },
});

export const putFilter = defineWrite({
  name: 'lists.put-filter',
  sql: `INSERT INTO list_filter (id, staff_pk, list, name, conditions) VALUES (@filterId, ${STAFF}, @list, @name, @conditions)
        ON CONFLICT (staff_pk, list, name) DO UPDATE SET conditions = excluded.conditions
        ON CONFLICT (id) DO NOTHING`,
  params: { ...staff, filterId: id('list-filter'), name: text, conditions },
});

export const dropFilter = defineWrite({
  name: 'lists.drop-filter',
  sql: `DELETE FROM list_filter WHERE id = @filterId AND staff_pk = ${STAFF}`,
  params: { filterId: id('list-filter'), staffId: id('staff') },
});

export const countFilters = defineQuery({
  name: 'lists.count-filters',
  sql: `SELECT count(*) AS total FROM list_filter WHERE staff_pk = ${STAFF} AND list = @list`,
  params: staff,
  row: { total: integer },
});
