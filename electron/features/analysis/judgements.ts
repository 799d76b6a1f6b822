import { settingValue } from '../../../db/stores/stores.queries.ts';
import { MOST_INCONSISTENT } from '../../../shared/analysis/pairwise-weights.ts';
import {
  type Judgements,
  judgementsSchema,
  USUAL_JUDGEMENTS,
  weighMeasures,
} from '../../../shared/analysis/value-weights.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { putSetting } from '../stores/put-setting.ts';

const KEY = 'value-judgements';

/** What counts how much in the composite value, as the store judges. */
export function judgementsOf({ db }: OpenStore): Judgements {
  const stored = settingValue.get(db, { key: KEY })?.value;
  return stored === undefined ? USUAL_JUDGEMENTS : judgementsSchema.parse(JSON.parse(stored));
}

/** Writes other judgements; the same again write nothing. */
export function saveJudgements(
  store: OpenStore,
  judgements: Judgements,
  nowMs: number,
  ids: IdSource,
): Outcome<null, Refusal<'judgements-contradict'>> {
  if (weighMeasures(judgements).consistencyRatio > MOST_INCONSISTENT) return refuse('judgements-contradict');
  if (judgements.join() !== judgementsOf(store).join()) putSetting(store, KEY, judgements, nowMs, ids);
  return done(null);
}
