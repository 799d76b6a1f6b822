import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunchArguments, usualDataFolder } from './launch-arguments.ts';

describe('launch arguments', () => {
  it('name a data folder and a port, among switches for Electron and Chromium', () => {
    const args = ['.', '--no-sandbox', '--data', 'shop', '--lang=zh-CN', '--port', '4000', '--api-port=4001'];
    expect(readLaunchArguments(args)).toEqual({ dataFolder: path.resolve('shop'), port: 4000, apiPort: 4001 });
  });

  it("take Electron's own switch for the data folder too", () => {
    expect(readLaunchArguments(['--user-data-dir=/tmp/shop']).dataFolder).toBe(path.resolve('/tmp/shop'));
  });

  it('may all be missing', () => {
    expect(readLaunchArguments([])).toEqual({ dataFolder: null, port: null, apiPort: null });
  });

  it.each(['http', '-1', '65536', '1.5'])('refuse %s as a port', (port) => {
    expect(() => readLaunchArguments([`--port=${port}`])).toThrow(RangeError);
    expect(() => readLaunchArguments([`--api-port=${port}`])).toThrow(RangeError);
  });
});

describe('the usual data folder', () => {
  it('is where each system keeps the data of programs', () => {
    expect(usualDataFolder('linux', {}, '/home/mei')).toBe('/home/mei/.config/Regulars');
    expect(usualDataFolder('linux', { XDG_CONFIG_HOME: '/data' }, '/home/mei')).toBe('/data/Regulars');
    expect(usualDataFolder('darwin', {}, '/Users/mei')).toBe('/Users/mei/Library/Application Support/Regulars');
  });
});
