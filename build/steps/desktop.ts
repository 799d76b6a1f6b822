import { spawn } from 'node:child_process';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Why no window can be opened here, or null. */
export function whyNoWindow(): string | null {
  if (!hasDisplay()) return 'there is no display';
  // Chromium runs as root only without its sandbox, and Regulars never runs without it.
  if (process.getuid?.() === 0) return 'root may not open it';
  return null;
}

/** Shows the address in the person's default browser, where there is a display. Fails silently: it was printed too. */
export function openInBrowser(address: string): void {
  if (!hasDisplay()) return;
  const [file, ...args] = {
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
    darwin: ['open', address],
  }[process.platform as string] ?? ['xdg-open', address];
  if (!file) return;
  spawn(file, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
