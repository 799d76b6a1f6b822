import type { AudienceKind, AudienceTerms } from '../../../shared/audiences/audience.ts';
import type { Condition } from '../../../shared/lists/conditions.ts';

/** An audience as the form holds it. What belongs to the other kind is kept while somebody chooses. */
export interface AudienceDraft {
  readonly name: string;
  readonly note: string;
  readonly kind: AudienceKind;
  readonly where: readonly Condition[];
  /** Also groups that are still empty: they say nothing until somebody fills them. */
  readonly either: readonly (readonly Condition[])[];
}

export const draftOf = (name: string, terms: AudienceTerms, note: string): AudienceDraft => ({
  name,
  note,
  kind: terms.kind,
  where: terms.kind === 'segment' ? terms.where : [],
  either: terms.kind === 'segment' ? terms.either : [],
});

export const termsOf = ({ kind, where, either }: AudienceDraft): AudienceTerms =>
  kind === 'list'
    ? { kind }
    : { kind, where: [...where], either: either.filter((group) => group.length > 0).map((group) => [...group]) };
