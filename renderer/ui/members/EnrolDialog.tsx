import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { Dialog } from '../Dialog.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import type { EnrolDraft } from './enrol-draft.ts';

interface EnrolDialogProps {
  readonly opened: boolean;
  /** What is known already, from a search that found nobody for instance (`draftOfSearch`). */
  readonly known?: Partial<EnrolDraft>;
  readonly onClose: () => void;
  /** The new member, or the one on file whom the clerk chose instead. Close the dialog here. */
  readonly onEnrolled: (card: MemberCard, isNew: boolean) => void;
}

/** Enrols a member: the phone alone is enough. Enter saves, Esc goes back; a likely duplicate is shown first. */
export function EnrolDialog({ opened, known, onClose, onEnrolled }: EnrolDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('enrol.title')} size={600} escCloses={false}>
      <EnrolForm {...(known ? { known } : {})} onLeave={onClose} onEnrolled={onEnrolled} />
    </Dialog>
  );
}
