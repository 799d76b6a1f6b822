/** Where headquarters' door usually is. */
const USUAL_PORT = 7443;
const HOST = /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?)$/iu;

/** `host:port` from what somebody typed or pasted; null where it is no address. */
export function readHqAddress(typed: string): { readonly host: string; readonly port: number } | null {
  const text = typed
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/$/, '');
  const [, host = '', port = String(USUAL_PORT)] = /^(.*?)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (!HOST.test(host) || Number(port) < 1 || Number(port) > 65_535) return null;
  return { host, port: Number(port) };
}

export const writeHqAddress = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  `${host}:${port}`;
