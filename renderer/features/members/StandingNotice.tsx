import { IconUserPause, IconUserX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { standingAfter } from '../../../shared/members/standing.ts';
import { useTRPC } from '../../lib/api.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import classes from './StandingNotice.module.css';

const ICONS = { suspended: IconUserPause, closed: IconUserX };

/** Why an account is stopped, since when, and who stopped it. Nothing for an account in use. */
export function StandingNotice({ card: { memberId, status } }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const isStopped = status === 'suspended' || status === 'closed';
  const { data } = useQuery(trpc.members.standing.queryOptions({ memberId }, { enabled: isStopped }));
  if (!isStopped) return null;
  const Icon = ICONS[status];
  // Another store's word may have come without its reason.
  const last = data?.last && standingAfter(data.last.change) === status ? data.last : null;
  const facts = last && [t(`standing.reason.${last.reason}`), last.note, last.staffName].filter(Boolean);
  return (
    <p className={classes.notice}>
      <Icon size={18} stroke={1.5} aria-hidden />
      <strong>{t(`standing.is.${status}`)}</strong>
      {facts && <span>{facts.join(' · ')}</span>}
      {last && <RelativeTime atMs={last.atMs} />}
    </p>
  );
}
