import type { ValueOfMembers } from '../../../shared/contract/analysis.contract.ts';

/** What the last reckoning found, where anybody had bought anything. */
export type ShownReport = NonNullable<NonNullable<ValueOfMembers['last']>['report']>;
