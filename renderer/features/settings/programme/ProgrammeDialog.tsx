import { useTranslation } from 'react-i18next';
import type { RatedRow } from '../../../../shared/contract/programme.contract.ts';
import type { Programme } from '../../../../shared/points/programme.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgrammeForm } from './ProgrammeForm.tsx';

interface ProgrammeDialogProps {
  readonly opened: boolean;
  readonly programme: Programme;
  readonly rated: readonly RatedRow[];
  readonly onClose: () => void;
}

export function ProgrammeDialog({ opened, programme, rated, onClose }: ProgrammeDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('programme.editTitle')} size={880} escCloses={false}>
      <ProgrammeForm programme={programme} rated={rated} onClose={onClose} />
    </Dialog>
  );
}
