import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { settingValue } from '../../../db/stores/stores.queries.ts';
import type { messagesContract, NoticesView } from '../../../shared/contract/messages.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import {
  NOTICE_KINDS,
  type NoticeSettings,
  noticeSettings as schema,
  unknownInNotice,
} from '../../../shared/messages/notice.ts';
import { USUAL_NOTICES } from '../../../shared/messages/usual-notices.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { channelSettings } from './channel-settings.ts';

const KEY = 'notices';

export function noticeSettings({ db }: OpenStore): NoticeSettings {
  const stored = settingValue.get(db, { key: KEY });
  return stored ? schema.parse(JSON.parse(stored.value)) : USUAL_NOTICES;
}

export function noticesView(store: OpenStore): NoticesView {
  const { sms, email } = channelSettings(store);
  return {
    version: settingValue.get(store.db, { key: KEY })?.version ?? 0,
    settings: noticeSettings(store),
    channels: { sms: sms.enabled, email: email.enabled },
  };
}

type Save = z.output<typeof messagesContract.saveNotices.input>;
type SaveOutcome = Outcome<null, Refusal<(typeof messagesContract.saveNotices.refusals)[number]>>;

/** Writes which notices are sent, how, and what they say. The same again writes nothing. */
export function saveNotices(
  store: OpenStore,
  { basedOn, settings }: Save,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  const unknown = NOTICE_KINDS.flatMap((kind) =>
    Object.values(settings.notices[kind].words).flatMap((words) => unknownInNotice(kind, words)),
  );
  if (unknown.length > 0) return refuse('template-placeholder-unknown', { names: [...new Set(unknown)].join(' ') });
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const stored = settingValue.get(act.db, { key: KEY });
    const before = noticeSettings(store);
    if (isDeepStrictEqual(before, settings)) return done(null);
    if ((stored?.version ?? 0) !== basedOn) return refuse('notices-changed');
    const id = stored?.id ?? ids<'setting'>();
    act.record('setting', {
      id,
      owner: store.facts.storeId as string,
      version: basedOn + 1,
      key: KEY,
      value: settings,
    });
    const fields = [
      ...(['language', 'expiryDays'] as const).filter((field) => before[field] !== settings[field]),
      ...NOTICE_KINDS.filter((kind) => !isDeepStrictEqual(before.notices[kind], settings.notices[kind])),
    ];
    audit(act, { store, staffId, ids }, { action: 'change-notices', subjectKind: 'setting', subjectId: id, fields });
    return done(null);
  });
}
