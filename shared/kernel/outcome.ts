/** What an act comes to: its value, or a refusal that was to be expected. Exceptions are for bugs and broken disks. */
export type Outcome<T, R extends Refusal = Refusal> = { readonly ok: true; readonly value: T } | R;

/** A refusal names its reason in kebab-case and carries what a person needs to put it right. */
export interface Refusal<Reason extends string = string> {
  readonly ok: false;
  readonly reason: Reason;
  readonly details?: Readonly<Record<string, string | number>>;
}

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <const Reason extends string>(
  reason: Reason,
  details?: Readonly<Record<string, string | number>>,
): Refusal<Reason> => (details ? { ok: false, reason, details } : { ok: false, reason });
