import type { TFunction } from 'i18next';
import type { MergePreview, MergePreviewSide } from '../../../shared/contract/duplicates.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { MERGED_FIELDS, type MergedField } from '../../../shared/members/member.facts.ts';
import type { Birthday, ConsentPurpose } from '../../../shared/members/profile.ts';
import { customKey, isCustomName } from '../../../shared/members/profile-values.ts';
import { customWords } from '../../lib/custom-fields.ts';
import type { Format } from '../../lib/format.ts';

/** Whose value each field keeps. */
export type Choices = Readonly<Partial<Record<MergedField, Id<'member'>>>>;

export interface MergeRow {
  readonly id: string;
  readonly label: string;
  /** As on each side; null for nothing. */
  readonly values: readonly (string | null)[];
  readonly after: string | null;
  /** Why it is so afterwards; empty where it says itself. */
  readonly why: string;
  /** A field whose value is chosen, or null where all is kept or added up. */
  readonly field: MergedField | null;
  /** The side whose value is kept. */
  readonly kept: number | null;
}

interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly birthday: (birthday: Birthday) => string;
  /** The fields that the store defined. */
  readonly own: readonly CustomField[];
}

export const proposedChoices = ({ proposals }: MergePreview): Choices =>
  Object.fromEntries(
    Object.entries(proposals).flatMap(([field, proposal]) => (proposal ? [[field, proposal.from]] : [])),
  );

/** The sides' letters: A, B, C … */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

function valueFrom(side: MergePreviewSide, field: MergedField, { t, format, birthday, own }: Words): string | null {
  if (isCustomName(field)) {
    const value = side.custom[customKey(field)];
    const known = own.find(({ fieldId }) => fieldId === customKey(field));
    return value === undefined ? null : known ? customWords(known, value, t, format) : value;
  }
  switch (field) {
    case 'name':
      return side.card.name;
    case 'phone':
      return side.card.phoneMasked;
    case 'tier':
      return t(`members.tier.${side.card.tier}`);
    case 'gender':
      return side.gender && t(`members.gender.${side.gender}`);
    case 'birthday':
      return side.birthday && birthday(side.birthday);
    default:
      return side[field];
  }
}

function labelOf(field: MergedField, { t, own }: Words): string {
  if (isCustomName(field))
    return own.find(({ fieldId }) => fieldId === customKey(field))?.name ?? t('quality.merge.custom');
  switch (field) {
    case 'name':
      return t('members.name');
    case 'phone':
      return t('members.phone');
    case 'tier':
      return t('members.list.tier');
    case 'wechatId':
      return t('quality.merge.wechatId');
    default:
      return t(`members.overview.${field}`);
  }
}

/** Every row of the comparison: first what is chosen, field by field, then what is kept or added up. */
export function mergeRows(preview: MergePreview, choices: Choices, words: Words): MergeRow[] {
  const { sides, joint } = preview;
  const { t, format } = words;
  const fields = [...MERGED_FIELDS, ...Object.keys(preview.proposals).filter(isCustomName)];
  const chosen = fields.flatMap((field): MergeRow[] => {
    const proposal = preview.proposals[field];
    if (!proposal) return [];
    const values = sides.map((side) => valueFrom(side, field, words));
    const kept = sides.findIndex(({ card }) => card.memberId === (choices[field] ?? preview.canonicalId));
    const why = choices[field] === proposal.from ? proposal.why : 'chosen';
    return [
      {
        id: field,
        label: labelOf(field, words),
        values,
        after: values[kept] ?? null,
        why: t(`quality.merge.why.${why}`),
        field,
        kept,
      },
    ];
  });
  const added = (id: string, label: string, of: (side: MergePreviewSide) => string, after: string): MergeRow => ({
    id,
    label,
    values: sides.map(of),
    after,
    why: t('quality.merge.sum'),
    field: null,
    kept: null,
  });
  const points = (balance: number, owed: number) =>
    owed > 0
      ? `${format.count(balance)} (${t('quality.merge.owed', { points: format.count(owed) })})`
      : format.count(balance);
  return [
    ...chosen,
    added('cards', t('quality.merge.card'), ({ cards }) => cards.join(', '), joint.cards.join(', ')),
    added(
      'balance',
      t('quality.merge.balance'),
      (side) => points(side.balancePoints, side.card.debtPoints),
      points(joint.balancePoints, joint.debtPoints),
    ),
    added('lots', t('quality.merge.lots'), ({ lots }) => format.count(lots), format.count(joint.lots)),
    added(
      'purchases',
      t('members.list.purchases'),
      ({ purchases }) => format.count(purchases),
      format.count(joint.purchases),
    ),
    added('net', t('members.list.netSales'), ({ netMinor }) => format.money(netMinor), format.money(joint.netMinor)),
    ...joint.consents.map(({ purpose, given }) => consentRow(preview, purpose, given, t)),
  ];
}

function consentRow({ sides }: MergePreview, purpose: ConsentPurpose, given: boolean, t: TFunction): MergeRow {
  const said = sides.map(({ consents }) => consents.find((consent) => consent.purpose === purpose)?.given ?? null);
  const words = (one: boolean | null) =>
    t(one === null ? 'quality.merge.no' : one ? 'quality.merge.yes' : 'quality.merge.withdrawn');
  return {
    id: purpose,
    label: t('quality.merge.consent', { purpose: t(`members.consent.purpose.${purpose}`) }),
    values: said.map(words),
    after: words(given),
    why: !given && said.includes(true) ? t('quality.merge.stricter') : '',
    field: null,
    kept: null,
  };
}
