import type { Id } from '../kernel/id.ts';

/** What of an audience is kept out of a campaign unless its plan says otherwise, in hundredths of a percent. */
export const USUAL_CONTROL_BP = 1000;

/**
 * Whether a campaign or an automation leaves this member alone, so that what it brought can be measured. Decided by a
 * hash of both ids and nothing else: every store finds the same answer offline, today and in the evaluation, and the
 * groups of any two are independent. `controlBp`: 0 to 10,000, the share of members that is kept out.
 */
export const isControl = (
  campaignId: Id<'campaign'> | Id<'automation'>,
  memberId: Id<'member'>,
  controlBp: number,
): boolean => mixed(fnv1a(`${campaignId}:${memberId}`)) % 10_000 < controlBp;

/** FNV-1a, 32 bits (Fowler, Noll, Vo); the text is ASCII. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: FNV alone leaves the low bits of similar ids alike. */
function mixed(hash: number): number {
  let z = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}
