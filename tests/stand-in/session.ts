type RequestHandler = (
  contents: unknown,
  permission: string,
  decide: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (details: { url: string }, decide: (response: { cancel?: boolean }) => void) => void;

/** Electron's names for what a page can ask for, and the browser's. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  media: 'camera',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
};

export class Session {
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #before: BeforeRequest | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }

  /** No page can be given a device here. */
  setDevicePermissionHandler(): void {}

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.#before = listener;
    },
  };

  async mayLoad(url: string): Promise<boolean> {
    const before = this.#before;
    if (!before) return true;
    const response = await new Promise<{ cancel?: boolean }>((resolve) => before({ url }, resolve));
    return !response.cancel;
  }

  /** What the app's handlers say to each permission, by the browser's names. Electron grants where there is none. */
  async decidePermissions(contents: unknown, origin: string): Promise<[name: string, granted: boolean][]> {
    const details = { requestingUrl: origin, isMainFrame: true };
    const decide = async (permission: string) => {
      const request = this.#request;
      const granted =
        !request || (await new Promise<boolean>((resolve) => request(contents, permission, resolve, details)));
      return granted && (this.#check?.(contents, permission, origin, details) ?? true);
    };
    return Promise.all(
      Object.entries(PERMISSIONS).map(
        async ([electronName, name]): Promise<[string, boolean]> => [name, await decide(electronName)],
      ),
    );
  }
}

export const session = { defaultSession: new Session() };
