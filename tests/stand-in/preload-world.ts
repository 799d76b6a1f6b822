import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeCodec } from './page/codec.ts';
import { makeBridgeEnd } from './page/context-bridge.ts';
import { makePreloadRequire } from './page/renderer-electron.ts';
import { reportWindows } from './page/report-windows.ts';

/** The isolated world in which the preload script runs. */
export const PRELOAD_WORLD = 'electron-preload';

/** What both worlds run before a page's own scripts: one source text for the page's world, one for the preload's. */
export function worldSources(preloadFile: string): { readonly page: string; readonly preload: string } {
  const secret = randomBytes(16).toString('hex');
  const [pageName, preloadName] = [`page-${secret}`, `preload-${secret}`].map((name) => JSON.stringify(name));
  const preload = readFileSync(preloadFile, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const info = JSON.stringify({ platform: process.platform, arch: process.arch, type: 'renderer', sandboxed: true });
  return {
    page: `if (window === window.top) (${reportWindows})((${makeBridgeEnd})(${pageName}, ${preloadName}));`,
    preload: `if (window === window.top && location.href !== 'about:blank') {
  const require = (${makePreloadRequire})((${makeBridgeEnd})(${preloadName}, ${pageName}), (${makeCodec})());
  const module = { exports: {} };
  (function (require, module, exports, process) {\n${preload}\n})(require, module, module.exports, ${info});
}
//# sourceURL=${PRELOAD_WORLD}/${path.basename(preloadFile)}`,
  };
}
