import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

interface LeaveDialogProps {
  readonly opened: boolean;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before what was written and not saved is given up. */
export function LeaveDialog({ opened, onLeave, onStay }: LeaveDialogProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      opened={opened}
      title={t('form.leaveTitle')}
      body={t('form.leaveBody')}
      confirm={t('actions.leave')}
      cancel={t('actions.stay')}
      danger
      onConfirm={onLeave}
      onCancel={onStay}
    />
  );
}
