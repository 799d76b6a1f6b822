import { app, type Session, shell, type WebContents } from 'electron';
import { isOurs } from './app-protocol.ts';

/** Where a link may lead out of the app, into the person's own browser. */
const OUTSIDE = ['https://regulars.invalid/help/'];

/** To write to the clipboard is what a copy button does; everything else a page can ask for is denied. */
const GRANTED = ['clipboard-sanitized-write'];

const openOutside = (address: string) => {
  const url = URL.parse(address);
  if (url && OUTSIDE.some((allowed) => url.href.startsWith(allowed))) void shell.openExternal(url.href);
};

/** Every page, however it came to be, stays on our own pages and opens no windows. */
export function confinePages(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Permissions and devices denied; no request leaves for anywhere but our own files. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(GRANTED.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.includes(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }));
}

/** Made by the page itself (a chart's picture, a file to save), or by the developer tools. */
const LOCAL = ['data:', 'blob:', 'devtools:'];

function mayLoad(address: string): boolean {
  return isOurs(address) || LOCAL.includes(URL.parse(address)?.protocol ?? '');
}
