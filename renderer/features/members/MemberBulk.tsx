import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberRow } from '../../../shared/contract/members.contract.ts';
import type { MemberBulkAct } from '../../../shared/members/member-bulk.ts';
import { useMay } from '../../lib/signed-in.ts';
import { BulkMenu } from '../../ui/bulk/BulkMenu.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Selected } from '../../ui/table/use-selection.ts';
import { ListBulkForm } from './ListBulkForm.tsx';
import { MemberBulkForm, type MemberQuestion } from './MemberBulkForm.tsx';

const KINDS = [
  'put-into-list',
  'take-out-of-list',
  'suspend',
  'reinstate',
  'withdraw-consent',
  'set-source',
] as const satisfies readonly MemberBulkAct['kind'][];

interface MemberBulkProps {
  readonly selected: Selected<MemberRow>;
  readonly question: MemberQuestion;
  readonly onDone: () => void;
}

/** What is done to many members at once. */
export function MemberBulk({ selected, question, onDone }: MemberBulkProps) {
  const { t } = useTranslation();
  const mayBulk = useMay('member.bulk');
  const [kind, setKind] = useState<MemberBulkAct['kind'] | null>(null);
  const close = () => setKind(null);
  if (!mayBulk) return null;
  return (
    <>
      <BulkMenu acts={KINDS.map((each) => ({ kind: each, words: t(`bulk.members.${each}`) }))} onChoose={setKind} />
      <Dialog
        opened={kind !== null}
        onClose={close}
        title={kind && t(`bulk.membersTitle.${kind}`, { count: selected.count })}
        escCloses={false}
      >
        {(kind === 'put-into-list' || kind === 'take-out-of-list') && (
          <ListBulkForm kind={kind} selected={selected} question={question} onDone={onDone} onClose={close} />
        )}
        {kind && kind !== 'put-into-list' && kind !== 'take-out-of-list' && (
          <MemberBulkForm kind={kind} selected={selected} question={question} onDone={onDone} onClose={close} />
        )}
      </Dialog>
    </>
  );
}
