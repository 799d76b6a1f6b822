import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useUndoMerge } from '../../ui/members/use-undo-merge.ts';
import classes from './MergeNotes.module.css';

/** Which other records this member is made of, since when, and the way to part them again. */
export function MergeNotes({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const mayUndo = useMay('member.merge');
  const undo = useUndoMerge();
  const merges = useQuery(trpc.duplicates.mergesOf.queryOptions({ memberId }));
  return merges.data?.map(({ mergeId, atMs, staffName, joined }) => {
    const names = new Intl.ListFormat(i18n.language).format(
      joined.map(({ name, phoneMasked }) => [name ?? t('members.noName'), phoneMasked].filter(Boolean).join(' ')),
    );
    const facts = { names, date: format.day(atMs) };
    return (
      <p key={mergeId} className={classes.note}>
        <IconUsersGroup size={16} stroke={1.5} aria-hidden />
        {staffName
          ? t('quality.member.mergedBy', { ...facts, staff: staffName })
          : t('quality.member.mergedWith', facts)}
        {mayUndo && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowsSplit2 size={16} stroke={1.5} aria-hidden />}
            onClick={() => undo(mergeId)}
          >
            {t('quality.member.undo')}
          </Button>
        )}
      </p>
    );
  });
}
