import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MEMBER_SORTS, MemberRow } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Condition } from '../../../shared/lists/conditions.ts';
import { canUndoForMembers, flawOf, type MemberChangeAct } from '../../../shared/members/member-bulk.ts';
import { CONSENT_PURPOSES, type ConsentPurpose, SOURCES, type Source } from '../../../shared/members/profile.ts';
import { STANDING_REASONS } from '../../../shared/members/standing.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { BulkDialog } from '../../ui/bulk/BulkDialog.tsx';
import type { Selected } from '../../ui/table/use-selection.ts';

type MemberBulkKind = MemberChangeAct['kind'];
export interface MemberQuestion {
  readonly q: string;
  readonly where: Condition[];
  readonly sort: (typeof MEMBER_SORTS)[number];
  readonly descending: boolean;
}

interface MemberBulkFormProps {
  readonly kind: MemberBulkKind;
  readonly selected: Selected<MemberRow>;
  readonly question: MemberQuestion;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One act on many members: its reason, or its purpose, and what it would come to. */
export function MemberBulkForm({ kind, selected, question, onDone, onClose }: MemberBulkFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const reasons: readonly string[] = kind === 'suspend' || kind === 'reinstate' ? STANDING_REASONS[kind] : [];
  const [reason, setReason] = useState(reasons[0] ?? '');
  const [note, setNote] = useState('');
  const [purpose, setPurpose] = useState<ConsentPurpose>('marketing-sms');
  const [source, setSource] = useState<Source>('till');
  const actWith = (why: string | undefined, said: string | null): MemberChangeAct => {
    if (kind === 'set-source') return { kind, source };
    return kind === 'withdraw-consent' ? { kind, purpose } : ({ kind, reason: why, note: said } as MemberChangeAct);
  };
  const act = actWith(reason, note.trim() === '' ? null : note.trim());
  const selection = selected.all
    ? { matching: question, except: selected.except as Id<'member'>[] }
    : { ids: selected.rows.map(({ memberId }) => memberId) };
  // Whom it concerns is the same whatever is said of why.
  const preview = useQuery(trpc.bulk.previewMembers.queryOptions({ selection, act: actWith(reasons[0], null) }));
  const flaw = flawOf(act);
  return (
    <BulkDialog
      title={t(`bulk.membersTitle.${kind}`, { count: selected.count })}
      preview={preview.data}
      previewError={preview.error}
      missing={flaw && t(`refusals.${flaw}`)}
      canUndo={canUndoForMembers(act)}
      begin={(runId, count) => client.bulk.members.mutate({ runId, count, selection, act })}
      onDone={() => {
        onClose();
        onDone();
      }}
      onClose={onClose}
    >
      {kind === 'set-source' && (
        <Radio.Group
          label={t('members.overview.source')}
          value={source}
          onChange={(chosen) => setSource(chosen as Source)}
        >
          <Group gap="lg" mt={4}>
            {SOURCES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`members.source.${each}`)}
                data-autofocus={each === source || undefined}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
      {kind === 'withdraw-consent' && (
        <Radio.Group
          label={t('bulk.purpose')}
          value={purpose}
          onChange={(chosen) => setPurpose(chosen as ConsentPurpose)}
        >
          <Stack gap="xs" mt={4}>
            {CONSENT_PURPOSES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`members.consent.purpose.${each}`)}
                data-autofocus={each === purpose || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {(kind === 'suspend' || kind === 'reinstate') && (
        <>
          <Radio.Group label={t('bulk.why')} value={reason} onChange={setReason}>
            <Group gap="lg" mt={4}>
              {STANDING_REASONS[kind].map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={t(`standing.reason.${each}`)}
                  data-autofocus={each === reason || undefined}
                />
              ))}
            </Group>
          </Radio.Group>
          <TextInput
            label={t('bulk.note')}
            description={t('bulk.noteHelp')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={200}
            autoComplete="off"
          />
        </>
      )}
    </BulkDialog>
  );
}
