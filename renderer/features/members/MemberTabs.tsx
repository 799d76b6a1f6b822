import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { CouponsTab } from './CouponsTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { PointsTab } from './PointsTab.tsx';
import { PurchasesTab } from './PurchasesTab.tsx';
import { TimelineTab } from './TimelineTab.tsx';
import classes from './tabs.module.css';

const TABS = ['overview', 'purchases', 'points', 'coupons', 'timeline'] as const;
type Tab = (typeof TABS)[number];

/** The tabs below the figures; arrows go from one to the next, each scrolls by itself. */
export function MemberTabs({ profile }: { readonly profile: MemberProfile }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('overview');
  const { memberId } = profile.card;
  const content = {
    overview: <OverviewTab profile={profile} />,
    purchases: <PurchasesTab memberId={memberId} />,
    points: <PointsTab memberId={memberId} />,
    coupons: <CouponsTab profile={profile} />,
    timeline: <TimelineTab memberId={memberId} />,
  };
  return (
    <Tabs
      value={tab}
      onChange={(next) => setTab((next as Tab | null) ?? 'overview')}
      keepMounted={false}
      className={classes.tabs ?? ''}
    >
      <Tabs.List aria-label={t('members.page.tabs.label')}>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each} className={classes.tab ?? ''}>
            {t(`members.page.tabs.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((each) => (
        <Tabs.Panel key={each} value={each} tabIndex={0} className={classes.panel ?? ''}>
          {content[each]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
