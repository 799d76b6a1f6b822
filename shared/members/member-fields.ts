import { RFM_SEGMENTS } from '../analysis/rfm.ts';
import { conditionsOver, type Fields, type FieldTerms } from '../lists/conditions.ts';
import type { CustomField } from './custom-fields.ts';
import { GENDERS, SOURCES, TIERS } from './profile.ts';
import { ownFieldName } from './profile-values.ts';

/** Fifths of the members who bought, from the worst to the best. */
const FIFTHS = ['1', '2', '3', '4', '5'] as const;

/** What the member list can be filtered by, in the order in which it is offered. */
export const MEMBER_FIELDS = {
  tier: { kind: 'choice', among: TIERS },
  status: { kind: 'choice', among: ['active', 'suspended', 'closed'] },
  lastVisit: { kind: 'day', never: true },
  firstVisit: { kind: 'day', never: true },
  balance: { kind: 'amount', unit: 'points' },
  debt: { kind: 'amount', unit: 'points' },
  purchases: { kind: 'amount', unit: 'count' },
  netSales: { kind: 'amount', unit: 'money' },
  averageBasket: { kind: 'amount', unit: 'money' },
  yearPurchases: { kind: 'amount', unit: 'count' },
  yearSales: { kind: 'amount', unit: 'money' },
  rfmSegment: { kind: 'choice', among: RFM_SEGMENTS },
  rfmRecency: { kind: 'choice', among: FIFTHS },
  rfmFrequency: { kind: 'choice', among: FIFTHS },
  rfmMoney: { kind: 'choice', among: FIFTHS },
  bought: { kind: 'bought', among: 'categories' },
  enrolled: { kind: 'day' },
  birthday: { kind: 'birthday' },
  age: { kind: 'amount', unit: 'count' },
  consent: { kind: 'consent' },
  source: { kind: 'choice', among: SOURCES },
  homeStore: { kind: 'choice', among: 'stores' },
  gender: { kind: 'choice', among: GENDERS },
  audience: { kind: 'choice', among: 'audiences' },
  hasName: { kind: 'flag' },
  hasPhone: { kind: 'flag' },
  hasEmail: { kind: 'flag' },
  hasCard: { kind: 'flag' },
} as const satisfies Fields;
export type MemberField = keyof typeof MEMBER_FIELDS;

export const memberConditions = conditionsOver(MEMBER_FIELDS, ownFieldName);

/** What can be asked of a field that the store defined. */
export function ownFieldTerms({ kind, options }: CustomField): FieldTerms {
  switch (kind) {
    case 'text':
      return { kind: 'text' };
    case 'whole':
      return { kind: 'amount', unit: 'count', blank: true };
    case 'date':
      return { kind: 'day', blank: true };
    case 'flag':
      return { kind: 'choice', among: ['yes', 'no'] };
    case 'choice':
      return { kind: 'choice', among: options.map(({ key }) => String(key)) };
  }
}
