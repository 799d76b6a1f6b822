import { Button, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './MemberQuality.module.css';

/** How good the details on file are, what is missing, and the word that they are still right. */
export function MemberQuality({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const errorWords = useErrorWords();
  const mayConfirm = useMay('member.write');
  const quality = useQuery(trpc.quality.ofMember.queryOptions({ memberId }));
  const confirm = useMutation(trpc.quality.confirm.mutationOptions());
  if (!quality.data) return null;
  const { score, flaws, confirmedAtMs } = quality.data;
  const facts = [
    ...flaws.map((flaw) => t(`quality.member.flaw.${flaw}`)),
    ...(confirmedAtMs === null ? [] : [t('quality.member.confirmedAt', { date: format.day(confirmedAtMs) })]),
  ];
  return (
    <span className={classes.quality}>
      <Tooltip label={t('quality.member.scoreHint', { score })}>
        <span className={classes.score}>{t('quality.member.score', { score })}</span>
      </Tooltip>
      {facts.join(' · ')}
      {mayConfirm && !confirm.isSuccess && (
        <Tooltip label={t('quality.member.confirmHint')} events={{ hover: true, focus: true, touch: true }}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCheck size={16} stroke={1.5} aria-hidden />}
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ memberId })}
          >
            {t('quality.member.confirm')}
          </Button>
        </Tooltip>
      )}
      <span role="status" className={classes.status}>
        {confirm.isSuccess && t('quality.member.confirmed')}
        {confirm.error && errorWords(confirm.error).text}
      </span>
    </span>
  );
}
