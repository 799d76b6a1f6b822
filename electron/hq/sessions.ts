import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { GOOD_FOR_MS } from '../../shared/trust/door.ts';

/** A session of a device, as its token says. */
export interface Session {
  readonly key: string;
  readonly tokenId: string;
}

type Purpose = 'nonce' | 'token';
const ALGORITHM = 'EdDSA';

/**
 * Nonces and tokens, signed by a key that lives as long as the process: after a restart stores simply begin a new session.
 * A nonce that nobody answers costs no memory; one that was answered, and a token, cost some until they expire, and only a
 * store can make them.
 */
export class Sessions {
  readonly #keys = generateKeyPairSync('ed25519');
  readonly #clock: Clock;
  /** When each nonce that was answered expires. */
  readonly #answered = new Map<string, number>();
  /** The last count of each token that was used, and when it expires. */
  readonly #counts = new Map<string, { count: number; untilMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  makeNonce(): Promise<string> {
    return this.#make('nonce', randomUUID(), {});
  }

  /** Takes the nonce, once. */
  async takeNonce(nonce: string): Promise<Outcome<null, Refusal<'nonce-wrong' | 'nonce-used'>>> {
    const { jti } = (await this.#read('nonce', nonce).catch(() => null)) ?? {};
    if (!jti) return refuse('nonce-wrong');
    const nowMs = this.#clock();
    for (const [each, untilMs] of this.#answered) if (untilMs < nowMs) this.#answered.delete(each);
    if (this.#answered.has(jti)) return refuse('nonce-used');
    this.#answered.set(jti, nowMs + GOOD_FOR_MS.nonce);
    return done(null);
  }

  /** A session of this key, to which its token is bound (RFC 7800). */
  async begin(key: string): Promise<{ readonly token: string; readonly tokenId: string }> {
    const tokenId = randomUUID();
    const cnf = { jwk: { kty: 'OKP', crv: 'Ed25519', x: key } };
    return { token: await this.#make('token', tokenId, { cnf }), tokenId };
  }

  async of(token: string): Promise<Outcome<Session, Refusal<'token-wrong' | 'token-expired'>>> {
    try {
      const { jti, cnf } = await this.#read('token', token);
      const { x } = (cnf as { readonly jwk: { readonly x: string } }).jwk;
      return done({ key: x, tokenId: jti as string });
    } catch (error) {
      return refuse(error instanceof errors.JWTExpired ? 'token-expired' : 'token-wrong');
    }
  }

  /** Whether the count is greater than any before in this session; then it is the last. */
  countUp({ tokenId }: Session, count: number): boolean {
    const nowMs = this.#clock();
    const known = this.#counts.get(tokenId);
    if (!known) for (const [each, { untilMs }] of this.#counts) if (untilMs < nowMs) this.#counts.delete(each);
    if (known && count <= known.count) return false;
    this.#counts.set(tokenId, { count, untilMs: known?.untilMs ?? nowMs + GOOD_FOR_MS.token });
    return true;
  }

  #make(purpose: Purpose, id: string, claims: JWTPayload): Promise<string> {
    const nowMs = this.#clock();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setAudience(purpose)
      .setJti(id)
      .setExpirationTime(new Date(nowMs + GOOD_FOR_MS[purpose]))
      .sign(this.#keys.privateKey);
  }

  async #read(purpose: Purpose, text: string): Promise<JWTPayload> {
    const currentDate = new Date(this.#clock());
    const checks = { audience: purpose, algorithms: [ALGORITHM], currentDate, requiredClaims: ['jti', 'exp'] };
    return (await jwtVerify(text, this.#keys.publicKey, checks)).payload;
  }
}
