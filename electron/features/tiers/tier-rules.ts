import type { TierRules } from '../../../shared/tiers/decide.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** The ladder in force. */
export function rulesOf(store: OpenStore): TierRules {
  const { tiers, version } = store.programme();
  return { ladder: tiers, programmeVersion: version };
}
