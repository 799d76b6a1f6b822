import { expect, it } from 'vitest';
import { lastChange } from '../../db/backups/backups.queries.ts';
import { soundHead } from '../../db/backups/look-at-store-file.ts';
import { connect } from '../../db/kernel/connection.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';

it('the head of the log is sound also while somebody enrols between two reads of it', () => {
  const shop = aStore();
  aMember(shop);
  const reader = connect(shop.file, { readonly: true });
  let enrolled = 0;
  const statements = new Map(reader.statements);
  const lookUp = statements.get.bind(statements);
  statements.get = (name) => {
    if (name === lastChange.name) {
      enrolled += 1;
      aMember(shop);
    }
    return lookUp(name);
  };
  expect(soundHead({ ...reader, statements })).not.toBeNull();
  expect(enrolled).toBe(1);
  reader.raw.close();
});
