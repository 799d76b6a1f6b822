import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponBatch, CouponKindView } from '../../../shared/contract/coupons.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { RunningAct } from '../../ui/acts/RunningAct.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';

const MOST = 1_000_000;
const POLL_MS = 250;

interface IssueDialogProps {
  readonly kind: CouponKindView;
  readonly onClose: () => void;
}

/** Issues many codes at once: how many, how far it is, and how it ended. One that did not end is shown first. */
export function IssueDialog({ kind, onClose }: IssueDialogProps) {
  const { t } = useTranslation();
  const unfinished = kind.batches.find(({ state }) => state !== 'done');
  const [batchId, setBatchId] = useState<Id<'coupon-batch'> | null>(unfinished?.batchId ?? null);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('coupons.issue.title', { name: kind.terms.name })}
      escCloses={batchId !== null || kind.terms.usableBy === 'member'}
    >
      {kind.terms.usableBy === 'member' && <Text>{t('coupons.issue.membersOnly')}</Text>}
      {kind.terms.usableBy !== 'member' && batchId && (
        <Batch batchId={batchId} onAnother={() => setBatchId(null)} onClose={onClose} />
      )}
      {kind.terms.usableBy !== 'member' && !batchId && <CountForm kind={kind} onBegun={setBatchId} onClose={onClose} />}
    </Dialog>
  );
}

/** How many were asked for; null where that cannot be read. */
function read(text: string): number | null {
  const count = readDecimal(text, 0);
  return count !== null && count >= 1 && count <= MOST ? count : null;
}

function CountForm({
  kind,
  onBegun,
  onClose,
}: IssueDialogProps & { readonly onBegun: (id: Id<'coupon-batch'>) => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [batchId] = useState(() => newId<'coupon-batch'>());
  const begin = useMutation(trpc.coupons.beginBatch.mutationOptions());
  const form = useForm({
    initial: { count: '' },
    check: ({ count }) => (read(count) === null ? { count: t('coupons.issue.countWrong') } : {}),
    save: async ({ count }) => {
      const batch = await begin.mutateAsync({ batchId, kindId: kind.kindId, count: read(count) ?? 0 });
      queries.setQueryData(trpc.coupons.batch.queryKey({ batchId }), batch);
      onBegun(batchId);
    },
    refusalFields: { 'coupons-too-many': 'count' },
  });
  return (
    <Form form={form} label={t('coupons.issue.action')} onLeave={onClose}>
      <TextInput
        label={t('coupons.issue.count')}
        description={t('coupons.issue.countHelp')}
        inputMode="numeric"
        maxLength={9}
        autoComplete="off"
        data-autofocus
        {...form.field('count')}
      />
      <FormActions form={form} save={t('coupons.issue.begin')} />
    </Form>
  );
}

interface BatchProps {
  readonly batchId: Id<'coupon-batch'>;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

function Batch({ batchId, onAnother, onClose }: BatchProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormat();
  const errorWords = useErrorWords();
  const take = (batch: CouponBatch) => queries.setQueryData(trpc.coupons.batch.queryKey({ batchId }), batch);
  const failed = (error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text });
  const batch = useQuery({
    ...trpc.coupons.batch.queryOptions({ batchId }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  }).data;
  const stop = useMutation(trpc.coupons.stopBatch.mutationOptions({ onSuccess: take, onError: failed }));
  const resume = useMutation(trpc.coupons.resumeBatch.mutationOptions({ onSuccess: take, onError: failed }));
  if (!batch) return null;
  const figures = { issued: format.count(batch.issued), wanted: format.count(batch.wanted) };
  if (batch.state === 'running')
    return (
      <RunningAct
        done={batch.issued}
        total={batch.wanted}
        words={t('coupons.issue.running', figures)}
        note={t('coupons.issue.runningNote')}
        stop={t('coupons.issue.stop')}
        onStop={() => stop.mutate({ batchId })}
      />
    );
  return (
    <Stack gap="lg">
      <Text role="status">
        {batch.state === 'done'
          ? t('coupons.issue.done', { count: batch.issued })
          : t(batch.state === 'failed' ? 'coupons.issue.failed' : 'coupons.issue.stopped', figures)}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant={batch.state === 'done' ? 'filled' : 'default'} onClick={onClose} autoFocus>
          {t('actions.close')}
        </Button>
        {batch.state !== 'done' && (
          <Button variant="default" onClick={onAnother}>
            {t('coupons.issue.another')}
          </Button>
        )}
        {batch.state !== 'done' && (
          <Button loading={resume.isPending} onClick={() => resume.mutate({ batchId })}>
            {t('coupons.issue.resume')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
