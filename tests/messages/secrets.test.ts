import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretOf, secretState } from '../../electron/features/messages/channel-settings.ts';
import { SECRETS_KEY_FILE } from '../../electron/features/messages/seal-secret.ts';
import { aStore } from '../fixtures/a-store.ts';
import { useChannels } from '../fixtures/message-store.ts';
import { openShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

const SECRET = 'kennwort-7f3e';

describe('the secret of a channel', () => {
  it('is kept sealed: neither the database nor its log holds it, and only this computer’s key opens it', () => {
    const shop = aStore();
    useChannels(shop, { sms: { url: 'http://127.0.0.1:1' } }, { sms: SECRET });
    expect(secretOf(shop.store, 'sms')).toBe(SECRET);
    shop.store.db.raw.pragma('wal_checkpoint(TRUNCATE)');
    expect(fs.readFileSync(shop.file).includes(SECRET)).toBe(false);
    expect(fs.statSync(path.join(path.dirname(shop.file), SECRETS_KEY_FILE)).mode & 0o077).toBe(0);
  });

  it('is lost, and said to be, where the store is opened on another computer', () => {
    const shop = aStore();
    useChannels(shop, { sms: { url: 'http://127.0.0.1:1' } }, { sms: SECRET });
    shop.store.db.raw.pragma('wal_checkpoint(TRUNCATE)');
    const elsewhere = path.join(tempFolder(), 'store.db');
    fs.copyFileSync(shop.file, elsewhere);
    const other = openShop(elsewhere);
    expect(secretState(other.store, 'sms')).toBe('lost');
    expect(secretOf(other.store, 'sms')).toBeNull();
    expect(secretState(other.store, 'email')).toBe('none');
    useChannels(other, {}, { sms: 'anew' });
    expect(secretOf(other.store, 'sms')).toBe('anew');
    // The first computer's own stays what it was.
    expect(secretOf(shop.store, 'sms')).toBe(SECRET);
    other.store.db.close();
  });
});
