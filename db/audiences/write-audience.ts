import type { AudienceEntryFact, AudienceFact } from '../../shared/audiences/audience.facts.ts';
import type { Origin } from '../changes/origin.ts';
import { flag, id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { defineVersioned } from '../kernel/define-versioned.ts';

const putVersion = defineVersioned({
  name: 'audiences',
  noun: 'audience',
  key: 'audience_pk',
  columns: { state: text },
  version: { state: text, name: text, terms: text, note: text },
});

export const writeAudience = (db: WriteDb, fact: AudienceFact): void =>
  putVersion(db, { ...fact, terms: JSON.stringify(fact.terms) });

const entryPkOf = defineQuery({
  name: 'audiences.entry-pk',
  sql: 'SELECT entry_pk AS entryPk FROM audience_entry WHERE id = @id',
  params: { id: id('audience-entry') },
  row: { entryPk: integer },
});

const putEntry = defineWrite({
  name: 'audiences.put-entry',
  sql: `INSERT INTO audience_entry (id, audience_pk, member_ids, is_in, at_ms, staff_pk, hlc)
        VALUES (@id, (SELECT audience_pk FROM audience WHERE id = @audienceId), @memberIds, @isIn, @atMs,
          (SELECT staff_pk FROM staff WHERE id = @staffId), @hlc)`,
  params: {
    id: id('audience-entry'),
    audienceId: id('audience'),
    memberIds: text,
    isIn: flag,
    atMs: integer,
    staffId: nullable(id('staff')),
    hlc: text,
  },
});

const putMembers = defineWrite({
  name: 'audiences.put-members',
  sql: `INSERT INTO audience_member (audience_pk, member_pk, entry_pk, is_in)
        SELECT entry.audience_pk, member.member_pk, entry.entry_pk, entry.is_in
        FROM audience_entry AS entry CROSS JOIN json_each(entry.member_ids) AS named
          CROSS JOIN member ON member.id = unhex(replace(named.value, '-', ''))
        WHERE entry.entry_pk = @entryPk
        ON CONFLICT (audience_pk, member_pk) DO UPDATE SET entry_pk = excluded.entry_pk, is_in = excluded.is_in
        WHERE (SELECT hlc FROM audience_entry WHERE entry_pk = excluded.entry_pk)
          > (SELECT hlc FROM audience_entry WHERE entry_pk = audience_member.entry_pk)`,
  params: { entryPk: integer },
});

/** Puts members into a list or takes them out; of each the latest word counts. */
export function writeAudienceEntry(db: WriteDb, fact: AudienceEntryFact, { hlc }: Origin): void {
  if (entryPkOf.get(db, fact)) return;
  const entryPk = putEntry.insert(db, { ...fact, memberIds: JSON.stringify(fact.memberIds), hlc });
  putMembers.run(db, { entryPk });
}
