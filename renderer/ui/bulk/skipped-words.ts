import type { TFunction } from 'i18next';
import { BULK_SKIPS, type Skipped } from '../../../shared/lists/bulk.ts';

/** Why rows stay as they are, each reason with its number; null where none does. */
export function skippedWords(skipped: Skipped, t: TFunction): string | null {
  const said = BULK_SKIPS.flatMap((why) => {
    const count = skipped[why] ?? 0;
    return count === 0 ? [] : [t(`bulk.skip.${why}`, { count })];
  });
  return said.length === 0 ? null : said.join(t('bulk.between'));
}
