import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../../shared/contract/staff.contract.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { StaffForm } from './StaffForm.tsx';

interface StaffDialogProps {
  /** The colleague to change, `new` to add one, null while closed. */
  readonly person: StaffRow | 'new' | null;
  readonly onClose: () => void;
}

export function StaffDialog({ person, onClose }: StaffDialogProps) {
  const { t } = useTranslation();
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(person);
  if (person && person !== shown) setShown(person);
  const known = shown === 'new' ? null : shown;
  return (
    <Dialog
      opened={person !== null}
      onClose={onClose}
      title={known ? t('colleagues.edit', { name: known.name }) : t('colleagues.add')}
      escCloses={false}
    >
      <StaffForm person={known} onClose={onClose} />
    </Dialog>
  );
}
