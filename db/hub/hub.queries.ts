import { id, integer } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const schema = 'hub';

export const beginHub = defineWrite({
  name: 'hub.begin',
  schema,
  sql: 'INSERT INTO hub_state (one, last_version, floor_version) VALUES (1, 0, 0)',
  params: {},
});

export const versions = defineQuery({
  name: 'hub.versions',
  schema,
  sql: 'SELECT last_version AS lastVersion, floor_version AS floorVersion FROM hub_state',
  params: {},
  row: { lastVersion: integer, floorVersion: integer },
});

export const putLastVersion = defineWrite({
  name: 'hub.put-last-version',
  schema,
  sql: 'UPDATE hub_state SET last_version = @lastVersion',
  params: { lastVersion: integer },
});

export const raiseFloor = defineWrite({
  name: 'hub.raise-floor',
  schema,
  sql: 'UPDATE hub_state SET floor_version = @floorVersion WHERE floor_version < @floorVersion',
  params: { floorVersion: integer },
});

export const beginTimeline = defineWrite({
  name: 'timelines.begin',
  schema,
  sql: 'INSERT INTO timeline (timeline, began_at_version) VALUES (@timeline, @beganAtVersion)',
  params: { timeline: id('timeline'), beganAtVersion: integer },
});

export const timelineNow = defineQuery({
  name: 'timelines.now',
  schema,
  sql: 'SELECT timeline FROM timeline ORDER BY timeline_pk DESC LIMIT 1',
  params: {},
  row: { timeline: id('timeline') },
});

/** Through which version what was published in a timeline is published today; no row for a timeline that was forgotten. */
export const commonVersion = defineQuery({
  name: 'timelines.common-version',
  schema,
  sql: `SELECT (SELECT ifnull(min(later.began_at_version), ${Number.MAX_SAFE_INTEGER}) FROM timeline AS later
                WHERE later.timeline_pk > timeline.timeline_pk) AS version
        FROM timeline WHERE timeline = @timeline`,
  params: { timeline: id('timeline') },
  row: { version: integer },
});
