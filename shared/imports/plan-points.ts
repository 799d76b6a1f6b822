import type { Id } from '../kernel/id.ts';
import { faulty, type Plan, type PlanTerms, SKIP } from './plan.ts';
import { type KnownMember, replaceCards } from './plan-member.ts';
import { planOpening } from './plan-opening.ts';
import type { CardRow } from './targets/cards.ts';
import type { PointsRow } from './targets/points.ts';

/** Opens an account's points. `opening` is null where the account of this source is open already. */
export function planPoints(
  row: PointsRow,
  at: number,
  { known, opening }: { readonly known: KnownMember; readonly opening: Id<'points-entry'> | null },
  terms: PlanTerms,
): Plan {
  if (known.status === 'closed') return faulty({ field: null, reason: 'member-closed' });
  if (opening === null || row.points === null) return SKIP;
  const { memberId, debts } = known;
  const facts = planOpening(
    { id: opening, memberId, debts, points: row.points, expiresOn: row.pointsExpireOn },
    at,
    terms,
  );
  return { verdict: 'new', facts };
}

/** Gives a member a card. One who has another keeps it, unless the policy is to update. */
export function planCard(row: CardRow, at: number, known: KnownMember, terms: PlanTerms): Plan {
  if (row.card === null || known.cards.some(({ number }) => number === row.card)) return SKIP;
  if (known.cards.length > 0 && terms.policy === 'skip') return SKIP;
  return {
    verdict: known.cards.length > 0 ? 'update' : 'new',
    facts: replaceCards(known, row.card, at, terms),
  };
}
