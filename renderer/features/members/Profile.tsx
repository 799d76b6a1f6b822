import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { spacedCode } from '../../../shared/coupons/coupon-code.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { referralCode } from '../../../shared/members/referral-code.ts';
import { customWords, useCustomFields } from '../../lib/custom-fields.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DefinitionList } from '../../ui/facts/DefinitionList.tsx';
import { useBirthdayWords } from '../../ui/members/use-birthday-words.ts';

interface ProfileProps {
  readonly memberId: Id<'member'>;
  readonly profile: MemberProfile;
}

/** What is on file about the person and the enrolment. */
export function Profile({ memberId, profile }: ProfileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const birthdayWords = useBirthdayWords();
  const { gender, birthday, email, address, note, wechatId, homeStore, enrolledAtMs, enrolledBy, source, referredBy } =
    profile;
  const { custom } = profile;
  // What is retired is shown where something stands in it.
  const own = useCustomFields().filter(({ fieldId, retired }) => !retired || custom[fieldId] !== undefined);
  const absent = <span style={{ color: 'var(--ink-soft)' }}>{t('facts.unknown')}</span>;
  return (
    <DefinitionList
      facts={[
        { label: t('members.overview.birthday'), value: birthday ? birthdayWords(birthday) : absent },
        { label: t('members.overview.gender'), value: gender ? t(`members.gender.${gender}`) : absent },
        { label: t('members.overview.email'), value: email ? <Email address={email} /> : absent },
        { label: t('members.overview.address'), value: address ?? absent },
        { label: t('members.overview.wechatId'), value: wechatId ?? absent },
        ...own.map((field) => ({
          label: field.retired ? `${field.name} (${t('memberFields.retired')})` : field.name,
          value: <CustomValue field={field} value={custom[field.fieldId]} absent={absent} />,
        })),
        { label: t('members.overview.enrolled'), value: format.dateTime(enrolledAtMs) },
        { label: t('members.overview.enrolledBy'), value: enrolledBy ?? absent },
        { label: t('members.overview.homeStore'), value: homeStore },
        { label: t('members.overview.source'), value: t(`members.source.${source}`) },
        { label: t('members.overview.referralCode'), value: spacedCode(referralCode(memberId)) },
        {
          label: t('members.overview.referredBy'),
          value: referredBy ? (
            <Anchor
              renderRoot={(props) => (
                <Link {...props} to="/members/$memberId" params={{ memberId: referredBy.memberId }} />
              )}
            >
              {referredBy.name ?? t('members.noName')}
            </Anchor>
          ) : (
            absent
          ),
        },
        { label: t('members.overview.note'), value: note ?? absent },
      ]}
    />
  );
}

interface CustomValueProps {
  readonly field: CustomField;
  readonly value: string | undefined;
  readonly absent: ReactNode;
}

function CustomValue({ field, value, absent }: CustomValueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return value === undefined ? absent : customWords(field, value, t, format);
}

/** Breaks, where it must, before the @. */
function Email({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@');
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
