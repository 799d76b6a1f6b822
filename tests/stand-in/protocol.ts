export type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const SUFFIX = 'stand-in.invalid';

export const handlerOf = (scheme: string) => handlers.get(scheme);

/** Plain Chromium knows no app://: on the wire, app://regulars/x is https://regulars.app.stand-in.invalid/x. */
export function toWire(address: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
  return scheme && handlers.has(scheme) ? `https://${host}.${scheme}.${SUFFIX}${rest}` : address;
}

export function fromWire(address: string): string {
  const [, host, scheme, rest] = /^https:\/\/(.+)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/.exec(address) ?? [];
  return scheme ? `${scheme}://${host}${rest}` : address;
}

let ready = false;
export const closeSchemeRegistration = () => {
  ready = true;
};

export const protocol = {
  registerSchemesAsPrivileged(): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  },
  handle(scheme: string, handler: Handler): void {
    handlers.set(scheme, handler);
  },
};
