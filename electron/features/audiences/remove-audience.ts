import { allAudiences, audienceById } from '../../../db/audiences/audiences.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { audiencesContract } from '../../../shared/contract/audiences.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { makeUsers } from './audience-view.ts';
import { knowsAllNamed } from './save-audience.ts';

type RemoveOutcome = Outcome<null, Refusal<(typeof audiencesContract.remove.refusals)[number]>>;
type RestoreOutcome = Outcome<null, Refusal<(typeof audiencesContract.restore.refusals)[number]>>;

interface Doing {
  readonly staffId: Id<'staff'>;
  readonly nowMs: number;
  readonly ids: IdSource;
}

/** Removes an audience that no offer, no campaign, no automation and no other audience names. Who was put into it stays known, for the way back. */
export function removeAudience(store: OpenStore, audienceId: Id<'audience'>, doing: Doing): RemoveOutcome {
  const { staffId, nowMs, ids } = doing;
  return perform<RemoveOutcome>(store.db, nowMs, (act) => {
    const known = audienceById.get(act.db, { audienceId });
    if (!known) return refuse('audience-unknown');
    if (known.state === 'removed') return done(null);
    const { owner, version, name, terms, note } = known;
    if (owner !== store.facts.storeId) return refuse('audience-not-ours');
    const users = makeUsers(act.db, allAudiences.all(act.db, {}))(audienceId);
    const names = [...users.offers, ...users.audiences, ...users.campaigns, ...users.automations].map(
      (user) => user.name,
    );
    if (names.length > 0) return refuse('audience-in-use', { names: names.join(' · ') });
    const removed = { id: audienceId, owner, version: version + 1, state: 'removed' as const, name, terms, note };
    act.record('audience', { ...removed, atMs: nowMs, staffId });
    const subject = { subjectKind: 'audience', subjectId: audienceId, fields: [] };
    audit(act, { store, staffId, ids }, { action: 'remove-audience', ...subject });
    return done(null);
  });
}

/** Brings back an audience that was removed. */
export function restoreAudience(store: OpenStore, audienceId: Id<'audience'>, doing: Doing): RestoreOutcome {
  const { staffId, nowMs, ids } = doing;
  return perform<RestoreOutcome>(store.db, nowMs, (act) => {
    const known = audienceById.get(act.db, { audienceId });
    if (!known) return refuse('audience-unknown');
    if (known.state === 'active') return done(null);
    const { owner, version, name, terms, note } = known;
    if (owner !== store.facts.storeId) return refuse('audience-not-ours');
    if (!knowsAllNamed(act.db, terms)) return refuse('audience-names-unknown');
    const restored = { id: audienceId, owner, version: version + 1, state: 'active' as const, name, terms, note };
    act.record('audience', { ...restored, atMs: nowMs, staffId });
    const subject = { subjectKind: 'audience', subjectId: audienceId, fields: [] };
    audit(act, { store, staffId, ids }, { action: 'restore-audience', ...subject });
    return done(null);
  });
}
