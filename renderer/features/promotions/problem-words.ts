import { OFFER_FAULTS, type OfferFault } from '../../../shared/promotions/check-offers.ts';
import { type Saying, sayValue } from './arg-words.ts';
import type { ArgProblem } from './part-draft.ts';

const isFault = (problem: ArgProblem | OfferFault): problem is OfferFault =>
  (OFFER_FAULTS as readonly unknown[]).includes(problem);

/** What is wrong at a place of the form, in words that say how to mend it. */
export function problemWords(problem: ArgProblem | OfferFault, saying: Saying): string {
  const { t } = saying;
  if (isFault(problem)) return t(`promotions.offerFaults.${problem}`);
  if (problem.kind === 'missing') return t('promotions.wrong.missing');
  if (problem.kind === 'unreadable') return t(`promotions.unreadable.${problem.field}`);
  return t(`promotions.wrong.${problem.kind}`, { bound: sayValue(problem.field, problem.bound, saying) });
}
