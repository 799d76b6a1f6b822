import type { TFunction } from 'i18next';
import type { DuplicateReason } from '../../../shared/members/duplicates.ts';

const isAgainst = (reason: DuplicateReason): boolean => reason.startsWith('other-');

/** Why two are thought to be one: "same phone, names sound alike; but different birthdays". */
export function reasonWords(reasons: readonly DuplicateReason[], t: TFunction, language: string): string {
  const list = (some: readonly DuplicateReason[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(some.map((reason) => t(`quality.reason.${reason}`)));
  const [pro, against] = [reasons.filter((one) => !isAgainst(one)), reasons.filter(isAgainst)];
  return against.length === 0 ? list(pro) : t('quality.but', { for: list(pro), against: list(against) });
}
