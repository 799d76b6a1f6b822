import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { SOURCES } from '../../../shared/members/profile.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DefinitionList } from '../../ui/facts/DefinitionList.tsx';
import { useBirthdayWords } from '../../ui/members/use-birthday-words.ts';

const isSource = (source: string): source is (typeof SOURCES)[number] =>
  (SOURCES as readonly string[]).includes(source);

/** What is on file about the person and the enrolment. */
export function Profile({ profile }: { readonly profile: MemberProfile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const birthdayWords = useBirthdayWords();
  const { gender, birthday, email, address, note, homeStore, enrolledAtMs, enrolledBy, source, referredBy } = profile;
  const absent = <span style={{ color: 'var(--ink-soft)' }}>{t('facts.unknown')}</span>;
  return (
    <DefinitionList
      facts={[
        { label: t('members.overview.birthday'), value: birthday ? birthdayWords(birthday) : absent },
        { label: t('members.overview.gender'), value: gender ? t(`members.gender.${gender}`) : absent },
        { label: t('members.overview.email'), value: email ? <Email address={email} /> : absent },
        { label: t('members.overview.address'), value: address ?? absent },
        { label: t('members.overview.enrolled'), value: format.dateTime(enrolledAtMs) },
        { label: t('members.overview.enrolledBy'), value: enrolledBy ?? absent },
        { label: t('members.overview.homeStore'), value: homeStore },
        { label: t('members.overview.source'), value: isSource(source) ? t(`members.source.${source}`) : source },
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
