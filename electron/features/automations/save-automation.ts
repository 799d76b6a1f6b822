import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { automationById, metByAutomation } from '../../../db/automations/automations.queries.ts';
import { type Act, perform } from '../../../db/changes/act.ts';
import type { AutomationFact } from '../../../shared/automations/automation.facts.ts';
import type { AutomationTerms } from '../../../shared/automations/automation.ts';
import { checkAutomation } from '../../../shared/automations/check-automation.ts';
import type { automationsContract } from '../../../shared/contract/automations.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { hindranceOf } from './fit-to-run.ts';

type Contract = typeof automationsContract;
type Input<Name extends keyof Contract> = z.output<Contract[Name]['input']>;
type SaveOutcome = Outcome<null, Refusal<Contract['save']['refusals'][number]>>;
type StateOutcome = Outcome<{ readonly version: number }, Refusal<Contract['setState']['refusals'][number]>>;

interface Writing {
  readonly store: OpenStore;
  readonly staffId: Id<'staff'>;
  readonly ids: IdSource;
}

const write = (
  act: Act,
  writing: Writing,
  fact: Pick<AutomationFact, 'id' | 'version' | 'state' | 'terms'>,
  noted: { readonly action: 'change-automation' | 'automation-state'; readonly fields: readonly string[] },
): void => {
  const { store, staffId } = writing;
  act.record('automation', { ...fact, owner: store.facts.storeId, atMs: act.nowMs, staffId });
  audit(act, writing, { ...noted, subjectKind: 'automation', subjectId: fact.id });
};

/** Whether members whom it met would be compared by what they were not met by. */
const comparesOthers = (known: AutomationTerms, wanted: AutomationTerms): boolean =>
  known.controlBp !== wanted.controlBp || known.occasion.kind !== wanted.occasion.kind;

/** Writes a new automation, which is paused, or the next version of one. The same terms again write nothing. */
export function saveAutomation(
  writing: Writing,
  { automationId, basedOn, terms }: Input<'save'>,
  nowMs: number,
): SaveOutcome {
  const { store } = writing;
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const known = automationById.get(act.db, { automationId });
    if (known && isDeepStrictEqual(known.terms, terms) && known.state !== 'removed') return done(null);
    if (known && known.owner !== store.facts.storeId) return refuse('automation-not-ours');
    if (basedOn !== (known?.version ?? 0) || known?.state === 'removed') return refuse('automation-changed');
    const faults = checkAutomation(terms);
    if (faults.length > 0) return refuse('automation-makes-no-sense', { faults: faults.join(',') });
    const met = known && metByAutomation.get(act.db, { automationPk: known.automationPk, since: '' });
    if (known && met && met.treated + met.control > 0 && comparesOthers(known.terms, terms))
      return refuse('automation-begun');
    const hindrance = hindranceOf(act.db, terms);
    if (hindrance) return hindrance;
    const fields = (Object.keys(terms) as (keyof AutomationTerms)[]).filter(
      (field) => !isDeepStrictEqual(known?.terms[field], terms[field]),
    );
    const state = known?.state ?? 'paused';
    write(
      act,
      writing,
      { id: automationId, version: basedOn + 1, state, terms },
      { action: 'change-automation', fields },
    );
    return done(null);
  });
}

/** Lets an automation run, pauses it, throws it away or brings it back. */
export function setAutomationState(
  writing: Writing,
  { automationId, basedOn, state }: Input<'setState'>,
  nowMs: number,
): StateOutcome {
  const { store } = writing;
  return perform<StateOutcome>(store.db, nowMs, (act) => {
    const known = automationById.get(act.db, { automationId });
    if (!known) return refuse('automation-unknown');
    if (known.state === state) return done({ version: known.version });
    if (known.owner !== store.facts.storeId) return refuse('automation-not-ours');
    if (known.version !== basedOn) return refuse('automation-changed');
    const { terms } = known;
    if (state === 'live') {
      if (terms.until !== null && terms.until < businessDate(nowMs, store.day)) return refuse('automation-over');
      const hindrance = hindranceOf(act.db, terms);
      if (hindrance) return hindrance;
    }
    const version = basedOn + 1;
    write(act, writing, { id: automationId, version, state, terms }, { action: 'automation-state', fields: [state] });
    return done({ version });
  });
}
