import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { AdjustForm } from './AdjustForm.tsx';

interface AdjustDialogProps {
  readonly opened: boolean;
  readonly card: MemberCard;
  readonly onClose: () => void;
}

/** Adds or takes points by hand, with a reason and, from whoever lacks the right, a manager's leave. */
export function AdjustDialog({ opened, card, onClose }: AdjustDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('memberActs.adjust.title')} escCloses={false}>
      <AdjustForm card={card} onClose={onClose} />
    </Dialog>
  );
}
