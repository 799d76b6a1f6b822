import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../../shared/contract/duplicates.contract.ts';
import type { DuplicateGroup } from '../../../shared/contract/quality.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useBirthdayWords } from '../../ui/members/use-birthday-words.ts';
import { useUndoMerge } from '../../ui/members/use-undo-merge.ts';
import { Page } from '../../ui/Page.tsx';
import { KeyBar } from '../../ui/shortcuts/KeyBar.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { offerUndo } from '../../ui/undo.tsx';
import { BandBadge } from './BandBadge.tsx';
import { MergeTable } from './MergeTable.tsx';
import classes from './MergeView.module.css';
import { type Choices, letterOf, type MergeRow, mergeRows, proposedChoices } from './merge-rows.ts';
import { reasonWords } from './reason-words.ts';

interface MergeViewProps {
  readonly group: DuplicateGroup;
  /** The group is dealt with: merged, told apart or skipped. */
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** One group side by side: whose value each field keeps, and what comes of it. Nothing is written before Enter. */
export function MergeView({ group, onNext, onBack }: MergeViewProps) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const [memberIds, setMemberIds] = useState(() => group.members.map(({ memberId }) => memberId));
  const preview = useQuery(trpc.duplicates.preview.queryOptions({ memberIds }));
  useShortcuts(t('quality.merge.title'), [{ keys: 'Escape', label: t('actions.back'), run: onBack, bar: true }]);
  return (
    <Page fill title={t('quality.merge.title')} aside={<BandBadge band={group.band} />}>
      <p className={classes.reasons}>{reasonWords(group.reasons, t, i18n.language)}</p>
      {preview.data ? (
        <Comparison
          key={memberIds.join()}
          preview={preview.data}
          onLeaveOut={(memberId) => setMemberIds((ids) => ids.filter((each) => each !== memberId))}
          onNext={onNext}
        />
      ) : preview.error ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <LoadingState lines={10} />
      )}
    </Page>
  );
}

interface ComparisonProps {
  readonly preview: MergePreview;
  readonly onLeaveOut: (memberId: Id<'member'>) => void;
  readonly onNext: () => void;
}

function Comparison({ preview, onLeaveOut, onNext }: ComparisonProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const birthday = useBirthdayWords();
  const own = useCustomFields();
  const errorWords = useErrorWords();
  const undo = useUndoMerge();
  const [mergeId] = useState(() => newId<'merge'>());
  const [choices, setChoices] = useState<Choices>(() => proposedChoices(preview));
  const rows = mergeRows(preview, choices, { t, format, birthday, own });
  const fields = rows.filter(({ field }) => field !== null);
  const [marked, setMarked] = useState(fields[0]?.id ?? null);
  const merge = useMutation(trpc.duplicates.merge.mutationOptions());
  const tellApart = useMutation(trpc.duplicates.tellApart.mutationOptions());
  const isBusy = merge.isPending || tellApart.isPending;
  const memberIds = preview.sides.map(({ card }) => card.memberId);
  const canonical = memberIds.indexOf(preview.canonicalId);

  const choose = (row: MergeRow | undefined, side: number) => {
    const memberId = memberIds[side];
    if (row?.field && memberId) setChoices((now) => ({ ...now, [row.field as string]: memberId }));
  };
  const move = (step: number) => {
    const at = fields.findIndex(({ id }) => id === marked);
    setMarked(fields[Math.min(fields.length - 1, Math.max(0, at + step))]?.id ?? null);
  };
  const doMerge = () => {
    if (isBusy) return;
    const { canonicalId } = preview;
    const aliasIds = memberIds.filter((memberId) => memberId !== canonicalId);
    merge.mutate(
      { mergeId, canonicalId, aliasIds, keep: choices },
      {
        onSuccess: () => {
          const name = rows.find(({ field }) => field === 'name')?.after ?? t('members.noName');
          offerUndo({
            text: t('quality.merge.done', { name }),
            label: t('quality.merge.undo'),
            onUndo: () => undo(mergeId),
          });
          onNext();
        },
      },
    );
  };
  const notSame = () => {
    if (isBusy) return;
    tellApart.mutate(
      { memberIds, distinct: true },
      {
        onSuccess: () => {
          offerUndo({
            text: t('quality.merge.notSameDone'),
            label: t('quality.merge.undo'),
            onUndo: () => tellApart.mutate({ memberIds, distinct: false }),
          });
          onNext();
        },
      },
    );
  };
  useShortcuts(t('quality.merge.title'), [
    { keys: 'ArrowUp', label: t('quality.merge.up'), run: () => move(-1) },
    { keys: 'ArrowDown', label: t('quality.merge.down'), run: () => move(1) },
    ...memberIds.map((_, index) => ({
      keys: letterOf(index),
      label: t('quality.merge.choose', { letter: letterOf(index) }),
      run: () => {
        choose(
          rows.find(({ id }) => id === marked),
          index,
        );
        move(1);
      },
      bar: true,
    })),
    { keys: 'N', label: t('quality.merge.notSame'), run: notSame },
    { keys: 'S', label: t('quality.merge.skip'), run: onNext },
    { keys: 'Enter', label: t('quality.merge.do'), run: () => pressOr(doMerge), bar: true },
  ]);
  const error = merge.error ?? tellApart.error;
  return (
    <>
      <MergeTable
        preview={preview}
        rows={rows}
        marked={marked}
        onMark={setMarked}
        onChoose={choose}
        onLeaveOut={onLeaveOut}
      />
      <div className={classes.actions}>
        <p className={classes.words} role={error ? 'alert' : undefined} data-error={error !== null || undefined}>
          {error ? errorWords(error).text : t('quality.merge.keeps', { letter: letterOf(canonical) })}
        </p>
        <Button variant="default" aria-keyshortcuts="N" disabled={isBusy} onClick={notSame}>
          {t('quality.merge.notSame')}
        </Button>
        <Button variant="default" aria-keyshortcuts="S" disabled={isBusy} onClick={onNext}>
          {t('quality.merge.skip')}
        </Button>
        <Button aria-keyshortcuts="Enter" loading={merge.isPending} onClick={doMerge}>
          {t('quality.merge.do')}
        </Button>
      </div>
      <KeyBar />
    </>
  );
}

/** Enter is for the button that has the focus, and for the page where none has it. */
function pressOr(act: () => void): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLButtonElement) focused.click();
  else act();
}
