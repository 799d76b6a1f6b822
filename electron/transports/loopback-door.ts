import { randomBytes, timingSafeEqual } from 'node:crypto';

const secret = () => randomBytes(32).toString('base64url');

/** Compared in constant time, so that its answer tells nothing about how much of a guess was right. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Who may come in over loopback. Other programs and other people of this machine reach the port too, so a browser
 * shows the launch token once and is known by its pass (a cookie) from then on, for as long as the process lives.
 */
export class LoopbackDoor {
  readonly token = secret();
  readonly #passes = new Set<string>();

  /** The pass of a browser that shows this token: the one it has, or a new one. Null for a wrong token. */
  admit(token: string, pass: string | undefined): string | null {
    if (!same(token, this.token)) return null;
    if (pass !== undefined && this.knows(pass)) return pass;
    const issued = secret();
    this.#passes.add(issued);
    return issued;
  }

  knows(pass: string | undefined): pass is string {
    return pass !== undefined && this.#passes.has(pass);
  }
}

/**
 * Whether a request is addressed to this very server (a foreign name that resolves to 127.0.0.1 is not) and was not
 * sent by a page from elsewhere. Browsers send Origin with everything that can change something.
 */
export function comesFromHere(port: number, { host, origin }: { host?: string; origin?: string }): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  return host !== undefined && names.includes(host) && (origin === undefined || origin === `http://${host}`);
}
