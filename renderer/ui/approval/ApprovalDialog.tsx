import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Right } from '../../../shared/staff/rights.ts';
import { Dialog } from '../Dialog.tsx';
import { ApprovalPanel } from './ApprovalPanel.tsx';

interface ApprovalDialogProps {
  readonly opened: boolean;
  readonly right: Right;
  /** What is to be allowed, as the colleague reads it before the PIN: "Take 50 points from 王小明". */
  readonly what: string;
  /** The right is lent for one act within fifteen minutes: send its id along with the act. */
  readonly onApproved: (approvalId: Id<'approval'>) => void;
  readonly onClose: () => void;
}

/**
 * A colleague who has the right chooses their tile and enters a PIN, over what the clerk was doing, which stays as it
 * is. Render it beside a form, not within one.
 */
export function ApprovalDialog({ opened, right, what, onApproved, onClose }: ApprovalDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('approval.title')} escCloses={false}>
      <Text mb="md" ta="center">
        {what}
      </Text>
      <ApprovalPanel right={right} onApproved={onApproved} onClose={onClose} />
    </Dialog>
  );
}
