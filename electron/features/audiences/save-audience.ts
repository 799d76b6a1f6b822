import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { type AudienceTerms, audiencesNamedIn, namesItself, saysNothing } from '../../../shared/audiences/audience.ts';
import type { audiencesContract } from '../../../shared/contract/audiences.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Save = z.output<typeof audiencesContract.save.input>;
type SaveOutcome = Outcome<null, Refusal<(typeof audiencesContract.save.refusals)[number]>>;

const activeTerms =
  (db: ReadDb) =>
  (audienceId: Id<'audience'>): AudienceTerms | null => {
    const found = audienceById.get(db, { audienceId });
    return found?.state === 'active' ? found.terms : null;
  };

/** Whether all audiences that the terms name are there. */
export const knowsAllNamed = (db: ReadDb, terms: AudienceTerms): boolean =>
  audiencesNamedIn(terms).every((audienceId) => activeTerms(db)(audienceId));

/** Writes a new audience or the next version of one. The same content again writes nothing. */
export function saveAudience(
  store: OpenStore,
  { audienceId, basedOn, name, terms, note }: Save,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const known = audienceById.get(act.db, { audienceId });
    const owner = store.facts.storeId as string;
    if (known && known.owner !== owner) return refuse('audience-not-ours');
    const changed = [
      ...(known?.name === name ? [] : ['name']),
      ...(isDeepStrictEqual(known?.terms, terms) ? [] : ['terms']),
      ...((known?.note ?? '') === note ? [] : ['note']),
    ];
    if (known && changed.length === 0) return done(null);
    if (known?.state === 'removed') return refuse('audience-removed');
    if (basedOn !== (known?.version ?? 0)) return refuse('audience-changed');
    if (known && known.terms.kind !== terms.kind) return refuse('audience-kind-fixed');
    if (saysNothing(terms)) return refuse('audience-says-nothing');
    if (namesItself(audienceId, terms, activeTerms(act.db))) return refuse('audience-names-itself');
    if (!knowsAllNamed(act.db, terms)) return refuse('audience-names-unknown');
    const version = basedOn + 1;
    act.record('audience', {
      id: audienceId,
      owner,
      version,
      state: 'active',
      name,
      terms,
      note,
      atMs: nowMs,
      staffId,
    });
    audit(
      act,
      { store, staffId, ids },
      { action: 'change-audience', subjectKind: 'audience', subjectId: audienceId, fields: changed },
    );
    return done(null);
  });
}
