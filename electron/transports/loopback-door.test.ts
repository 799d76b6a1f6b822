import { describe, expect, it } from 'vitest';
import { comesFromHere, LoopbackDoor } from './loopback-door.ts';

describe('the loopback door', () => {
  it('admits whoever shows the token, and knows them by their pass', () => {
    const door = new LoopbackDoor();
    const pass = door.admit(door.token, undefined);
    expect(door.knows(pass ?? '')).toBe(true);
  });

  it('admits a second tab of the same browser with the pass it has', () => {
    const door = new LoopbackDoor();
    const pass = door.admit(door.token, undefined) ?? undefined;
    expect(door.admit(door.token, pass)).toBe(pass);
    expect(door.admit(door.token, undefined)).not.toBe(pass);
  });

  it('admits nobody with another token, and issues no pass that was made up', () => {
    const door = new LoopbackDoor();
    const madeUp = 'a'.repeat(43);
    for (const token of ['', 'a', madeUp, new LoopbackDoor().token]) expect(door.admit(token, undefined)).toBeNull();
    expect(door.knows(madeUp)).toBe(false);
    expect(door.admit(door.token, madeUp)).not.toBe(madeUp);
  });
});

describe('a request from here', () => {
  it('is addressed to this port of this machine', () => {
    expect(comesFromHere(4000, { host: '127.0.0.1:4000' })).toBe(true);
    expect(comesFromHere(4000, { host: 'localhost:4000' })).toBe(true);
    for (const host of ['127.0.0.1', '127.0.0.1:4001', 'elsewhere.example:4000', '[::1]:4000', undefined])
      expect(comesFromHere(4000, { host })).toBe(false);
  });

  it('was sent by our own page or by no page at all', () => {
    const host = '127.0.0.1:4000';
    expect(comesFromHere(4000, { host, origin: 'http://127.0.0.1:4000' })).toBe(true);
    for (const origin of ['null', '', 'http://localhost:4000', 'https://127.0.0.1:4000', 'http://127.0.0.1:40000'])
      expect(comesFromHere(4000, { host, origin })).toBe(false);
  });
});
