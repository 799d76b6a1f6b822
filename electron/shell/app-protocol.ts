import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { PAGE_HEADERS } from '../transports/page-security.ts';

const SCHEME = 'app';
const HOST = 'regulars';

export const START_PAGE = `${SCHEME}://${HOST}/index.html`;

/** Whether this address is a page of ours. (Node gives addresses of such a scheme the origin "null".) */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === HOST;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** To be called before the app is ready: Chromium learns its schemes at the start. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

const answer = (status: number, words: string) => new Response(words, { status, headers: PAGE_HEADERS });

/** Serves the built renderer, and nothing beside it, as app://regulars/. */
export function serveRenderer(folder: string): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    if (!isOurs(url) || method !== 'GET') return answer(403, 'Forbidden');
    const file = path.join(folder, decodeURIComponent(new URL(url).pathname));
    const type = TYPES[path.extname(file)];
    if (!type || !file.startsWith(folder + path.sep)) return answer(404, 'Not found');
    try {
      return new Response(await readFile(file), { headers: { ...PAGE_HEADERS, 'content-type': type } });
    } catch {
      return answer(404, 'Not found');
    }
  });
}
