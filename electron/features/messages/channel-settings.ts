import { isDeepStrictEqual } from 'node:util';
import { perform } from '../../../db/changes/act.ts';
import { channelSecret, putChannelSecret } from '../../../db/messages/channel-secrets.queries.ts';
import { settingValue } from '../../../db/stores/stores.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import {
  type CHANNEL_FAULTS,
  type ChannelSettings,
  channelFault,
  channelSettings as schema,
  USUAL_CHANNELS,
} from '../../../shared/messages/channel-settings.ts';
import { CHANNELS, type Channel } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { openSecret, sealSecret } from './seal-secret.ts';

const KEY = 'channels';

export function channelSettings({ db }: OpenStore): ChannelSettings {
  const stored = settingValue.get(db, { key: KEY });
  return stored ? schema.parse(JSON.parse(stored.value)) : USUAL_CHANNELS;
}

/** `lost`: there is one, sealed on another computer, and it is to be given again. */
export function secretState(store: OpenStore, channel: Channel): 'none' | 'kept' | 'lost' {
  const stored = channelSecret.get(store.db, { channel });
  if (!stored) return 'none';
  return openSecret(store, stored.sealed) === null ? 'lost' : 'kept';
}

export function secretOf(store: OpenStore, channel: Channel): string | null {
  const stored = channelSecret.get(store.db, { channel });
  return stored ? openSecret(store, stored.sealed) : null;
}

type SaveOutcome = Outcome<null, Refusal<(typeof CHANNEL_FAULTS)[number]>>;

/** Writes the settings and the secrets that are given; one that is left out stays. The same again writes nothing. */
export function saveChannels(
  store: OpenStore,
  wanted: { readonly settings: ChannelSettings; readonly secrets: Readonly<Partial<Record<Channel, string>>> },
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  const fault = channelFault(wanted.settings);
  if (fault) return refuse(fault);
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const before = channelSettings(store);
    const stored = settingValue.get(act.db, { key: KEY });
    const given = CHANNELS.filter((channel) => wanted.secrets[channel] !== undefined);
    const fields = (Object.keys(before) as (keyof ChannelSettings)[]).filter(
      (part) => !isDeepStrictEqual(before[part], wanted.settings[part]),
    );
    for (const channel of given)
      putChannelSecret.run(act.db, { channel, sealed: sealSecret(store, wanted.secrets[channel] ?? '') });
    if (fields.length === 0 && given.length === 0) return done(null);
    const id = stored?.id ?? ids<'setting'>();
    if (fields.length > 0 || !stored)
      act.record('setting', {
        id,
        owner: store.facts.storeId as string,
        version: (stored?.version ?? 0) + 1,
        key: KEY,
        value: wanted.settings,
      });
    audit(
      act,
      { store, staffId, ids },
      {
        action: 'change-channels',
        subjectKind: 'setting',
        subjectId: id,
        fields: [...fields, ...given.map((channel) => `${channel}-secret`)],
      },
    );
    return done(null);
  });
}
