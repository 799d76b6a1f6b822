import type { CustomField } from '../members/custom-fields.ts';
import type { Mapping } from './field.ts';
import { foldedHeader } from './folded-header.ts';
import { type Target, targetOf } from './targets.ts';

/** Files with the same headers in the same order are mapped alike: what somebody chose once is remembered by this. */
export const headerSignature = (target: Target, headers: readonly string[]): string =>
  `${target}:${headers.map(foldedHeader).join('|')}`;

/**
 * Guesses which column each field is read from: by the whole header first, then by a header that holds a known one.
 * No column is given to two fields.
 */
export function guessMapping(target: Target, headers: readonly string[], own: readonly CustomField[] = []): Mapping {
  const folded = headers.map(foldedHeader);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  const give = (matches: (header: string, known: string) => boolean) => {
    for (const [name, { headers: known }] of Object.entries(targetOf(target, own).fields)) {
      if (mapping[name] !== undefined) continue;
      for (const one of known) {
        const column = folded.findIndex((header, index) => !taken.has(index) && matches(header, one));
        if (column === -1) continue;
        mapping[name] = column;
        taken.add(column);
        break;
      }
    }
  };
  give((header, known) => header === known);
  give((header, known) => known.length >= 3 && header.length >= 3 && header.includes(known));
  return mapping;
}
