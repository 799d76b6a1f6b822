import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useWayBack } from '../../lib/use-way-back.ts';
import { TierProgress } from '../../ui/members/TierProgress.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { Identity } from './Identity.tsx';
import { MemberActions } from './MemberActions.tsx';
import { MemberFigures } from './MemberFigures.tsx';
import { MemberTabs } from './MemberTabs.tsx';
import { StandingNotice } from './StandingNotice.tsx';

/** Everything about one member: who it is, the figures, then the tabs. Esc goes back to where one came from. */
export function MemberPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { memberId } = useParams({ from: '/members/$memberId' });
  const mayRead = useMay('member.read');
  const profile = useQuery(trpc.members.profile.queryOptions({ memberId }, { enabled: mayRead }));
  const back = useWayBack('/members');
  const navigate = useNavigate();
  const standsFor = profile.data?.card.memberId;
  // An id that was merged leads on to the member that it stands for.
  useEffect(() => {
    if (standsFor && standsFor !== memberId)
      void navigate({ to: '/members/$memberId', params: { memberId: standsFor }, replace: true });
  }, [standsFor, memberId, navigate]);
  useShortcuts(t('members.page.title'), [{ keys: 'Escape', label: t('actions.back'), run: back }]);

  if (!mayRead)
    return (
      <Page title={t('members.page.title')}>
        <NoPermission right="member.read" />
      </Page>
    );
  if (profile.error)
    return (
      <Page title={t('members.page.title')}>
        <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />
      </Page>
    );
  if (!profile.data)
    return (
      <Page title={t('members.page.title')}>
        <LoadingState lines={8} />
      </Page>
    );
  const { card } = profile.data;
  return (
    <Page
      fill
      title={card.name ?? t('members.noName')}
      aside={<Identity card={card} />}
      actions={<MemberActions key={card.memberId} profile={profile.data} />}
    >
      <StandingNotice card={card} />
      <MemberFigures profile={profile.data} />
      <TierProgress memberId={card.memberId} whole />
      <MemberTabs key={`${card.memberId}-tabs`} profile={profile.data} />
    </Page>
  );
}
