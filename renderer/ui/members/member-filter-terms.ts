import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmSegment } from '../../../shared/analysis/rfm.ts';
import { MEMBER_FIELDS, type MemberField, ownFieldTerms } from '../../../shared/members/member-fields.ts';
import type { GENDERS, MemberStatus, SOURCES, Tier } from '../../../shared/members/profile.ts';
import { customName, isCustomName } from '../../../shared/members/profile-values.ts';
import { useTRPC } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import type { Choice, FilterTerms } from '../filters/filter-terms.ts';

const isFlag = (field: string): field is 'hasName' | 'hasPhone' | 'hasEmail' | 'hasCard' =>
  field in MEMBER_FIELDS && MEMBER_FIELDS[field as MemberField].kind === 'flag';

function choiceWords(field: string, value: string, t: TFunction): string {
  switch (field) {
    case 'tier':
      return t(`members.tier.${value as Tier}`);
    case 'status':
      return t(`members.status.${value as MemberStatus}`);
    case 'source':
      return t(`members.source.${value as (typeof SOURCES)[number]}`);
    case 'gender':
      return t(`members.gender.${value as (typeof GENDERS)[number]}`);
    case 'rfmSegment':
      return t(`value.segment.${value as RfmSegment}`);
    default:
      return value;
  }
}

/** What the member list can be filtered by, in words: by what everybody has, and by the store's own fields. */
export function useMemberFilterTerms(): FilterTerms {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const stores: readonly Choice[] | undefined = useQuery(trpc.members.choices.queryOptions()).data?.stores;
  const audiences: readonly Choice[] | undefined = useQuery(
    trpc.audiences.list.queryOptions({ limit: 200 }),
  ).data?.rows.map(({ audienceId, name }) => ({ value: audienceId, words: name }));
  const categories: readonly Choice[] | undefined = useQuery(trpc.products.choices.queryOptions()).data?.categories;
  const own = useCustomFields();
  return useMemo(() => {
    const ownOf = (name: string) => own.find(({ fieldId }) => customName(fieldId) === name);
    const owned = own.map((field) => [customName(field.fieldId), ownFieldTerms(field)] as const);
    return {
      fields: { ...MEMBER_FIELDS, ...Object.fromEntries(owned) },
      words: (name) => {
        if (!isCustomName(name)) return t(`filters.members.${name as MemberField}`);
        const field = ownOf(name);
        if (!field) return t('audit.field.custom');
        return field.retired ? t('filters.retiredField', { field: field.name }) : field.name;
      },
      choices: (name) => {
        const field = ownOf(name);
        if (field?.kind === 'flag')
          return (['yes', 'no'] as const).map((value) => ({ value, words: t(`memberFields.${value}`) }));
        if (field) return field.options.map((option) => ({ value: String(option.key), words: option.name }));
        const terms = MEMBER_FIELDS[name as MemberField];
        if (terms?.kind === 'bought') return categories ?? [];
        if (terms?.kind !== 'choice') return [];
        if (terms.among === 'stores') return stores ?? [];
        if (terms.among === 'audiences') return audiences ?? [];
        return terms.among.map((value) => ({ value, words: choiceWords(name, value, t) }));
      },
      flag: (name, is) => (isFlag(name) ? t(`filters.memberFlags.${name}.${is}`) : name),
    };
  }, [t, stores, audiences, categories, own]);
}
