import type { Condition, Fields } from '../../../shared/lists/conditions.ts';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** What a list can be filtered by, in the words of its page. Keep it stable (`useMemo`). */
export interface FilterTerms {
  readonly fields: Fields;
  /** What a field is called: "Tier". */
  readonly words: (field: string) => string;
  /** What a field of choices chooses among. */
  readonly choices: (field: string) => readonly Choice[];
  /** What a yes or no of a field says: "Has a phone". */
  readonly flag: (field: string, is: 'yes' | 'no') => string;
}

export type Where = readonly Condition[];
