import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's recommended minimum for Argon2id: 19 MiB, two passes, one lane. About 30 ms on a till. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPin = (pin: string): Promise<string> => hash(pin, COST);
export const pinMatches = (pinHash: string, pin: string): Promise<boolean> => verify(pinHash, pin);
