import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Condition } from '../lists/conditions.ts';
import { memberConditions } from '../members/member-fields.ts';

/** A segment may have so many groups of alternatives. */
export const MAX_GROUPS = 4;

/** Members of whom something is true: all of `where`, and of each group in `either` at least one. */
export const segmentSchema = z.object({
  where: memberConditions,
  either: z.array(memberConditions.refine((group) => group.length > 0)).max(MAX_GROUPS),
});

export const AUDIENCE_KINDS = ['segment', 'list'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** Who is meant: by what is true of them, asked whenever it matters, or because somebody put them into a list. */
export const audienceTermsSchema = z.discriminatedUnion('kind', [
  segmentSchema.extend({ kind: z.literal('segment') }),
  z.object({ kind: z.literal('list') }),
]);
export type AudienceTerms = z.infer<typeof audienceTermsSchema>;

export const AUDIENCE_STATES = ['active', 'removed'] as const;

const conditionsOf = (terms: AudienceTerms): readonly Condition[] =>
  terms.kind === 'list' ? [] : [...terms.where, ...terms.either.flat()];

/** Without a condition it would be everybody. */
export const saysNothing = (terms: AudienceTerms): boolean =>
  terms.kind === 'segment' && conditionsOf(terms).length === 0;

/** The other audiences that the terms name, each once. */
export const audiencesNamedIn = (terms: AudienceTerms): readonly Id<'audience'>[] => [
  ...new Set(
    conditionsOf(terms).flatMap((condition) =>
      condition.field === 'audience' && 'values' in condition ? (condition.values as Id<'audience'>[]) : [],
    ),
  ),
];

/** Whether an audience with these terms would name itself, by way of others. */
export function namesItself(
  audienceId: Id<'audience'>,
  terms: AudienceTerms,
  termsOf: (audienceId: Id<'audience'>) => AudienceTerms | null,
): boolean {
  const seen = new Set<Id<'audience'>>();
  const ahead = [...audiencesNamedIn(terms)];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === audienceId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const named = termsOf(next);
    if (named) ahead.push(...audiencesNamedIn(named));
  }
  return false;
}
