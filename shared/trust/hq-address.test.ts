import { describe, expect, it } from 'vitest';
import { readHqAddress, writeHqAddress } from './hq-address.ts';

describe('the address of a headquarters', () => {
  it('is a name or a number, and a port where it is not the usual one', () => {
    for (const [typed, meant] of [
      ['hq.example.com', 'hq.example.com:7443'],
      [' hq:8443 ', 'hq:8443'],
      ['192.168.1.20:7443', '192.168.1.20:7443'],
      ['https://hq.example.com/', 'hq.example.com:7443'],
      ['[fe80::1]:7443', '[fe80::1]:7443'],
      ['总部.example', '总部.example:7443'],
    ] as const) {
      const read = readHqAddress(typed);
      expect(read && writeHqAddress(read), typed).toBe(meant);
    }
  });

  it('is nothing with a path, a person, a space or an impossible port', () => {
    for (const typed of ['', ':7443', 'hq/x', 'me@hq', 'two words', 'hq:0', 'hq:65536', 'hq:port', '-hq', 'http://hq'])
      expect(readHqAddress(typed), typed).toBeNull();
  });
});
