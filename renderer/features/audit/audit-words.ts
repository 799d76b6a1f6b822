import type { TFunction } from 'i18next';
import { CONSENT_PURPOSES } from '../../../shared/members/profile.ts';
import { AUDIT_ACTIONS, type AuditAction } from '../../../shared/staff/audit-actions.ts';
import { RIGHTS } from '../../../shared/staff/rights.ts';

const isOneOf = <T extends string>(known: readonly T[], text: string): text is T =>
  (known as readonly string[]).includes(text);

/** What was done. An act that a newer program noted is shown by the name it has there. */
export const actionWords = (action: string, t: TFunction): string =>
  isOneOf<AuditAction>(AUDIT_ACTIONS, action) ? t(`audit.action.${action}`) : action;

/** The acts in the order of the list, newer ones last: sign-ins first, then what is done with members, sales, settings. */
export const inOrder = (actions: readonly string[]): readonly string[] => [
  ...AUDIT_ACTIONS.filter((action) => actions.includes(action)),
  ...actions.filter((action) => !isOneOf<AuditAction>(AUDIT_ACTIONS, action)),
];

const FIELDS = [
  'points',
  'phone',
  'wechatId',
  'custom',
  'tier',
  'status',
  'cardNumber',
  'unitPriceMinor',
  'name',
  'email',
  'gender',
  'birthday',
  'address',
  'note',
  'role',
  'active',
  'pin',
  'earn',
  'redeem',
  'expiry',
  'tiers',
  'stocked',
  'reorder',
  'enabled',
  'openLines',
  'port',
  'code',
] as const;

/** What it concerned: a field, the purpose of a consent, a right that was lent. Never a value. */
export function fieldWords(field: string, t: TFunction): string {
  if (isOneOf(FIELDS, field)) return t(`audit.field.${field}`);
  if (isOneOf(CONSENT_PURPOSES, field)) return t(`members.consent.purpose.${field}`);
  // A dot would lead deeper into the words.
  if (isOneOf(RIGHTS, field)) return (t as (key: string) => string)(`audit.right.${field.replace('.', '-')}`);
  return field;
}

const SUBJECTS = [
  'member',
  'purchase',
  'staff',
  'product',
  'stock-document',
  'programme',
  'setting',
  'api-key',
  'import',
] as const;

/** What kind of thing it was about. */
export const subjectWords = (kind: string, t: TFunction): string =>
  isOneOf(SUBJECTS, kind) ? t(`audit.subject.${kind}`) : kind;
