import { IconChartBar } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ConsentList } from './ConsentList.tsx';
import { ListsOfMember } from './ListsOfMember.tsx';
import { MemberQuality } from './MemberQuality.tsx';
import { MergeNotes } from './MergeNotes.tsx';
import { monthsChart } from './months-chart.ts';
import { Profile } from './Profile.tsx';
import { Section } from './Section.tsx';
import classes from './tabs.module.css';

/** The sign of a currency in a language: ¥, £, HK$. */
const signOf = (currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

/** How sales and points went, then what is on file and what was agreed to. */
export function OverviewTab({ profile }: { readonly profile: MemberProfile }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { currency } = useStoreFacts();
  const { months } = profile;
  const spec = useMemo(
    () => monthsChart(months, signOf(currency, i18n.language), t, format),
    [months, currency, i18n.language, t, format],
  );
  return (
    <div className={classes.stack}>
      <MergeNotes memberId={profile.card.memberId} />
      {months.length > 0 ? (
        <Chart spec={spec} />
      ) : (
        <EmptyState
          icon={<IconChartBar size={24} stroke={1.5} aria-hidden />}
          title={t('members.overview.noSales')}
          body={t('members.overview.noSalesBody')}
        />
      )}
      <div className={classes.file}>
        <Section
          title={t('members.overview.profile')}
          aside={profile.card.status !== 'erased' && <MemberQuality memberId={profile.card.memberId} />}
        >
          <Profile memberId={profile.card.memberId} profile={profile} />
        </Section>
        <Section title={t('members.overview.consents')}>
          <ConsentList profile={profile} />
        </Section>
        {profile.card.status !== 'erased' && (
          <Section title={t('audiences.ofMember.title')}>
            <ListsOfMember card={profile.card} />
          </Section>
        )}
      </div>
    </div>
  );
}
