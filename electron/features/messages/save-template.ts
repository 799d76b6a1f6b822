import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import type { messagesContract } from '../../../shared/contract/messages.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { templateFault } from '../../../shared/messages/check-template.ts';
import type { TemplateContent } from '../../../shared/messages/message.facts.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Save = z.output<typeof messagesContract.saveTemplate.input>;
type SaveOutcome = Outcome<null, Refusal<(typeof messagesContract.saveTemplate.refusals)[number]>>;
type RetireOutcome = Outcome<null, Refusal<(typeof messagesContract.retireTemplate.refusals)[number]>>;

/** Why words may not stand as they are. */
export function refuseWords(
  words: TemplateContent,
): Refusal<'template-subject-missing' | 'template-placeholder-unknown'> | null {
  const fault = templateFault(words);
  if (!fault) return null;
  return fault.reason === 'template-placeholder-unknown'
    ? refuse(fault.reason, { names: fault.names.join(' ') })
    : refuse(fault.reason);
}

/** Writes a template or its next version. The same words again write nothing, so a lost answer may be asked for again. */
export function saveTemplate(
  store: OpenStore,
  { templateId, basedOn, content }: Save,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  const words = { ...content, subject: content.channel === 'email' ? content.subject : null };
  const fault = refuseWords(words);
  if (fault) return fault;
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const known = templateById.get(act.db, { templateId });
    const owner = store.facts.storeId as string;
    if (known?.retired) return refuse('template-unknown');
    if (known && isDeepStrictEqual(known.content, words)) return done(null);
    if (known && known.owner !== owner) return refuse('template-not-ours');
    if (basedOn !== (known?.version ?? 0)) return refuse('template-changed');
    act.record('message-template', {
      id: templateId,
      owner,
      version: basedOn + 1,
      retired: false,
      content: words,
      atMs: nowMs,
      staffId,
    });
    const fields = (Object.keys(words) as (keyof TemplateContent)[]).filter(
      (field) => known?.content[field] !== words[field],
    );
    audit(
      act,
      { store, staffId, ids },
      { action: 'change-template', subjectKind: 'message-template', subjectId: templateId, fields },
    );
    return done(null);
  });
}

export function retireTemplate(
  store: OpenStore,
  templateId: Id<'message-template'>,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): RetireOutcome {
  return perform<RetireOutcome>(store.db, nowMs, (act) => {
    const known = templateById.get(act.db, { templateId });
    if (!known) return refuse('template-unknown');
    if (known.retired) return done(null);
    if (known.owner !== (store.facts.storeId as string)) return refuse('template-not-ours');
    const { owner, content } = known;
    act.record('message-template', {
      id: templateId,
      owner,
      version: known.version + 1,
      retired: true,
      content,
      atMs: nowMs,
      staffId,
    });
    audit(
      act,
      { store, staffId, ids },
      { action: 'retire-template', subjectKind: 'message-template', subjectId: templateId, fields: [] },
    );
    return done(null);
  });
}
