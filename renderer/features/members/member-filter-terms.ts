import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MEMBER_FIELDS, type MemberField } from '../../../shared/members/member-fields.ts';
import type { GENDERS, MemberStatus, SOURCES, Tier } from '../../../shared/members/profile.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Choice, FilterTerms } from '../../ui/filters/filter-terms.ts';

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
    default:
      return value;
  }
}

/** What the member list can be filtered by, in words. */
export function useMemberFilterTerms(): FilterTerms {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const stores: readonly Choice[] | undefined = useQuery(trpc.members.choices.queryOptions()).data?.stores;
  return useMemo(
    () => ({
      fields: MEMBER_FIELDS,
      words: (field) => t(`filters.members.${field as MemberField}`),
      choices: (field) => {
        const terms = MEMBER_FIELDS[field as MemberField];
        if (terms.kind !== 'choice') return [];
        if (terms.among === 'stores') return stores ?? [];
        return terms.among.map((value) => ({ value, words: choiceWords(field, value, t) }));
      },
      flag: (field, is) => (isFlag(field) ? t(`filters.memberFlags.${field}.${is}`) : field),
    }),
    [t, stores],
  );
}
