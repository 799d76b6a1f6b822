import type { ProgrammeFact, SettingFact, StoreFact, TillFact } from '../../shared/stores/store.facts.ts';
import { id, integer, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putStore = defineWrite({
  name: 'stores.put',
  sql: `INSERT INTO store (id, owner, version, kind, code, name, currency, zone, cutover_minutes)
        VALUES (@id, @owner, @version, @kind, @code, @name, @currency, @zone, @cutoverMinutes)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, name = excluded.name,
          currency = excluded.currency, zone = excluded.zone, cutover_minutes = excluded.cutover_minutes
        WHERE excluded.version > store.version`,
  params: {
    id: id('store'),
    owner: text,
    version: integer,
    kind: oneOf(['store', 'headquarters']),
    code: text,
    name: text,
    currency: text,
    zone: text,
    cutoverMinutes: integer,
  },
});
export const writeStore = (db: WriteDb, fact: StoreFact): void => void putStore.run(db, fact);

const putTill = defineWrite({
  name: 'tills.put',
  sql: `INSERT INTO till (id, owner, version, store_pk, code, name)
        VALUES (@id, @owner, @version, (SELECT store_pk FROM store WHERE id = @storeId), @code, @name)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, name = excluded.name
        WHERE excluded.version > till.version`,
  params: { id: id('till'), owner: text, version: integer, storeId: id('store'), code: text, name: text },
});
export const writeTill = (db: WriteDb, fact: TillFact): void => void putTill.run(db, fact);

const putSetting = defineWrite({
  name: 'settings.put',
  sql: `INSERT INTO setting (id, owner, version, key, value) VALUES (@id, @owner, @version, @key, @value)
        ON CONFLICT (key) DO UPDATE SET version = excluded.version, value = excluded.value
        WHERE excluded.version > setting.version`,
  params: { id: id('setting'), owner: text, version: integer, key: text, value: text },
});
export const writeSetting = (db: WriteDb, fact: SettingFact): void =>
  void putSetting.run(db, { ...fact, value: JSON.stringify(fact.value) });

const putProgramme = defineWrite({
  name: 'programmes.put',
  sql: `INSERT INTO programme (id, owner, version, programme) VALUES (@id, @owner, @version, @programme)
        ON CONFLICT (id) DO NOTHING`,
  params: { id: id('programme'), owner: text, version: integer, programme: text },
});
export const writeProgramme = (db: WriteDb, fact: ProgrammeFact): void =>
  void putProgramme.run(db, { ...fact, programme: JSON.stringify(fact.programme) });
