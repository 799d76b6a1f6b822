import type { TFunction } from 'i18next';
import type { MergePreview, MergePreviewSide } from '../../../shared/contract/duplicates.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { MERGED_FIELDS, type MergedField } from '../../../shared/members/member.facts.ts';
import type { Birthday, ConsentPurpose } from '../../../shared/members/profile.ts';
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
}

export const proposedChoices = ({ proposals }: MergePreview): Choices =>
  Object.fromEntries(Object.entries(proposals).map(([field, proposal]) => [field, proposal.from]));

/** The sides' letters: A, B, C … */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

function valueFrom(side: MergePreviewSide, field: MergedField, { t, birthday }: Words): string | null {
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
    case 'custom':
      return side.custom && Object.values(side.custom).join(' · ');
    default:
      return side[field];
  }
}

function labelOf(field: MergedField, t: TFunction): string {
  switch (field) {
    case 'name':
      return t('members.name');
    case 'phone':
      return t('members.phone');
    case 'tier':
      return t('members.list.tier');
    case 'wechatId':
      return t('quality.merge.wechatId');
    case 'custom':
      return t('quality.merge.custom');
    default:
      return t(`members.overview.${field}`);
  }
}

/** Every row of the comparison: first what is chosen, field by field, then what is kept or added up. */
export function mergeRows(preview: MergePreview, choices: Choices, words: Words): MergeRow[] {
  const { sides, joint } = preview;
  const { t, format } = words;
  const chosen = MERGED_FIELDS.flatMap((field): MergeRow[] => {
    const proposal = preview.proposals[field];
    if (!proposal) return [];
    const values = sides.map((side) => valueFrom(side, field, words));
    const kept = sides.findIndex(({ card }) => card.memberId === (choices[field] ?? preview.canonicalId));
    const why = choices[field] === proposal.from ? proposal.why : 'chosen';
    return [
      {
        id: field,
        label: labelOf(field, t),
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
