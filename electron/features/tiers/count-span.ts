import type { ReadDb } from '../../../db/kernel/connection.ts';
import { qualifyingSums } from '../../../db/tiers/tiers.queries.ts';
import { startOfDate } from '../../../shared/kernel/instant.ts';
import { FIRST_HLC, firstStampAt } from '../../../shared/sync/hlc.ts';
import type { QualifyingSums } from '../../../shared/tiers/decide.ts';
import type { Span } from '../../../shared/tiers/window.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** A business date may begin this long before the calendar's in the store's zone. */
const MARGIN_MS = 2 * 86_400_000;

/** Counts a person's purchases in a span: reads those of the person alone, and of them none that is older than the span. */
export const countSpan =
  (db: ReadDb, { day }: Pick<OpenStore, 'day'>, memberPk: number) =>
  ({ from, to }: Span): QualifyingSums & { readonly firstDate: string | null } => {
    const sinceStamp = from === null ? FIRST_HLC : firstStampAt(startOfDate(from, day.zone) - MARGIN_MS);
    const sums = qualifyingSums.get(db, { memberPk, sinceStamp, from: from ?? '', to });
    if (!sums) throw new Error('a sum has a row');
    return sums;
  };
