import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { StandingForm } from './StandingForm.tsx';
import { standingWordsOf } from './standing-draft.ts';

interface StandingDialogProps {
  readonly card: MemberCard;
  readonly onClose: () => void;
}

/** Suspends, closes or takes up again an account, with what stands in it now. */
export function StandingDialog({ opened, ...props }: StandingDialogProps & { readonly opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={opened}
      onClose={props.onClose}
      title={t('standing.of', {
        act: standingWordsOf(props.card.status, t),
        name: props.card.name ?? t('members.noName'),
      })}
      size="lg"
      escCloses={false}
    >
      <Asked {...props} />
    </Dialog>
  );
}

function Asked({ card, onClose }: StandingDialogProps) {
  const trpc = useTRPC();
  const standing = useQuery(trpc.members.standing.queryOptions({ memberId: card.memberId }, { staleTime: 0 }));
  if (standing.error) return <ErrorState error={standing.error} onRetry={() => void standing.refetch()} />;
  if (!standing.data) return <LoadingState lines={6} />;
  // What can be done is another thing once somebody else did something.
  return <StandingForm key={standing.data.status} card={card} standing={standing.data} onClose={onClose} />;
}
