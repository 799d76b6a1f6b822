import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { SignInPanel } from '../../features/staff/SignInPanel.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface QuickSwitchProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sign-in over the page, which stays as it is: a basket survives the switch; what the one before was told, or could undo, does not. */
export function QuickSwitch({ opened, onClose }: QuickSwitchProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('staff.signIn.switchTitle')}>
      <Text c="dimmed" mb="md">
        {t('staff.signIn.switchBody')}
      </Text>
      <SignInPanel
        onSignedIn={() => {
          notifications.clean();
          onClose();
        }}
      />
    </Dialog>
  );
}
