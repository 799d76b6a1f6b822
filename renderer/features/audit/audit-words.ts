import type { TFunction } from 'i18next';
import { COUPON_CELLS } from '../../../shared/coupons/coupon-cells.ts';
import { EXTERNAL_ID } from '../../../shared/imports/plan-member.ts';
import { MEMBER_CELLS } from '../../../shared/members/member-cells.ts';
import { MEMBER_FIELDS, type MemberField } from '../../../shared/members/member-fields.ts';
import { CONSENT_PURPOSES } from '../../../shared/members/profile.ts';
import { customKey, isCustomName } from '../../../shared/members/profile-values.ts';
import { PRODUCT_CELLS } from '../../../shared/products/product-cells.ts';
import { PRODUCT_FIELDS, type ProductField } from '../../../shared/products/product-fields.ts';
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
  'required',
  'options',
  'order',
  'source',
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
  'members',
  'products',
  'coupons',
  'full-phones',
  'xlsx',
  'csv',
  'terms',
  'put-in',
  'taken-out',
  'purpose',
  'channel',
  'language',
  'subject',
  'text',
  'sms',
  'quiet',
  'cap',
  'email-secret',
  'sms-secret',
  'marketing',
  'service',
  'send',
  'cancel',
  'was-sent',
] as const;

const COLUMNS = Object.keys({ ...MEMBER_CELLS, ...PRODUCT_CELLS, ...COUPON_CELLS }) as (
  | keyof typeof COUPON_CELLS
  | keyof typeof MEMBER_CELLS
  | keyof typeof PRODUCT_CELLS
)[];

/** What it concerned: a field, the purpose of a consent, a right that was lent. Never a value. `ownNames`: by their ids. */
export function fieldWords(field: string, t: TFunction, ownNames: ReadonlyMap<string, string> = new Map()): string {
  if (isCustomName(field)) {
    const key = customKey(field);
    return ownNames.get(key) ?? (key === EXTERNAL_ID ? t('audit.field.externalId') : t('audit.field.custom'));
  }
  if (isOneOf(FIELDS, field)) return t(`audit.field.${field}`);
  if (isOneOf(CONSENT_PURPOSES, field)) return t(`members.consent.purpose.${field}`);
  // A dot would lead deeper into the words.
  if (isOneOf(RIGHTS, field)) return (t as (key: string) => string)(`audit.right.${field.replace('.', '-')}`);
  const [what = '', which = ''] = field.split(':', 2);
  if (isCustomName(which)) {
    const own = fieldWords(which, t, ownNames);
    return what === 'filter' ? t('audit.filteredBy', { field: own }) : own;
  }
  return exportWords(what, which, t) ?? field;
}

/** Of an export: `rows:1200`, `column:tier`, `filter:lastVisit`. */
function exportWords(what: string, which: string, t: TFunction): string | null {
  if (what === 'rows' && /^\d+$/.test(which)) return t('audit.rows', { count: Number(which) });
  if (what === 'column' && isOneOf(COLUMNS, which)) return t(`audit.column.${which}`);
  if (what !== 'filter') return null;
  if (which === 'search') return t('audit.filteredBy', { field: t('audit.search') });
  if (isOneOf(MEMBER_NAMES, which)) return t('audit.filteredBy', { field: t(`filters.members.${which}`) });
  if (isOneOf(PRODUCT_NAMES, which)) return t('audit.filteredBy', { field: t(`filters.products.${which}`) });
  return null;
}

const MEMBER_NAMES = Object.keys(MEMBER_FIELDS) as MemberField[];
const PRODUCT_NAMES = Object.keys(PRODUCT_FIELDS) as ProductField[];

const SUBJECTS = [
  'member',
  'purchase',
  'staff',
  'product',
  'stock-document',
  'programme',
  'offer',
  'audience',
  'campaign',
  'message-template',
  'message',
  'member-field',
  'setting',
  'api-key',
  'import',
  'export',
  'bulk',
] as const;

/** What kind of thing it was about. */
export const subjectWords = (kind: string, t: TFunction): string =>
  isOneOf(SUBJECTS, kind) ? t(`audit.subject.${kind}`) : kind;
