import type { TFunction } from 'i18next';
import type { AudienceTerms } from '../../../shared/audiences/audience.ts';
import type { Condition } from '../../../shared/lists/conditions.ts';
import type { Format } from '../../lib/format.ts';
import type { FilterTerms } from '../../ui/filters/filter-terms.ts';
import { sentence } from '../../ui/filters/sentence.ts';

/** What it takes to say a condition. */
export interface Saying {
  readonly t: TFunction;
  readonly format: Format;
  readonly language: string;
  readonly terms: FilterTerms;
}

/** Whom an audience means, as one sentence. */
export function meantWords(meant: AudienceTerms, { t, format, language, terms }: Saying): string {
  if (meant.kind === 'list') return t('audiences.byHand');
  const say = (condition: Condition) => sentence(condition, terms, t, format, language);
  const groups = meant.either.map((group) => group.map(say).join(t('audiences.or')));
  return [...meant.where.map(say), ...groups].join(t('audiences.and'));
}
