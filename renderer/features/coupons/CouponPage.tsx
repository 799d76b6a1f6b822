import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEdit, IconTicket } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponKindView } from '../../../shared/contract/coupons.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Page } from '../../ui/Page.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { offerUndo } from '../../ui/undo.tsx';
import { CodesList } from './CodesList.tsx';
import { CouponFigures } from './CouponFigures.tsx';
import { CouponKindDialog } from './CouponKindDialog.tsx';
import classes from './CouponPage.module.css';
import { CouponState } from './CouponState.tsx';
import { validityWords } from './coupon-words.ts';
import { IssueDialog } from './IssueDialog.tsx';

/** One kind of coupon: what it is, how it goes, and every code of it. */
export function CouponPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('offer.write');
  const kindId = useParams({ from: '/coupons/$kindId' }).kindId as Id<'coupon-kind'>;
  const kind = useQuery({ ...trpc.coupons.kind.queryOptions({ kindId }), enabled: may });
  if (may && kind.data) return <Kind kind={kind.data} />;
  return (
    <Page title={t('coupons.title')}>
      {!may && <NoPermission right="offer.write" />}
      {may && kind.error && <ErrorState error={kind.error} onRetry={() => void kind.refetch()} />}
      {may && !kind.error && <LoadingState />}
    </Page>
  );
}

function Kind({ kind }: { readonly kind: CouponKindView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const format = useFormat();
  const errorWords = useErrorWords();
  const mayIssue = useMay('coupon.issue');
  const [doing, setDoing] = useState<'edit' | 'issue' | null>(null);
  const setState = useMutation(trpc.coupons.setKindState.mutationOptions());
  const remove = useMutation(trpc.coupons.removeKind.mutationOptions());
  const save = useMutation(trpc.coupons.saveKind.mutationOptions());
  const { kindId, version, state, terms, isOwn, offers } = kind;
  const { name } = terms;
  const close = () => setDoing(null);
  const failed = (error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text });
  const take = (view: CouponKindView) => queries.setQueryData(trpc.coupons.kind.queryKey({ kindId }), view);
  const become = async (next: 'live' | 'stopped', basedOn: number) => {
    try {
      const view = await setState.mutateAsync({ kindId, basedOn, state: next });
      take(view);
      if (next === 'live') return void notifications.show({ message: t('coupons.go.liveDone', { name }) });
      const onUndo = () => void become('live', view.version);
      offerUndo({ text: t('coupons.go.stopDone', { name }), label: t('actions.undo'), onUndo });
    } catch (error) {
      failed(error);
    }
  };
  const throwAway = async () => {
    try {
      await remove.mutateAsync({ kindId });
      await navigate({ to: '/coupons' });
      offerUndo({
        text: t('coupons.go.removed', { name }),
        label: t('actions.undo'),
        // What was thrown away stays so; the same terms come back under another id.
        onUndo: () => void save.mutateAsync({ kindId: newId<'coupon-kind'>(), basedOn: 0, terms }).catch(failed),
      });
    } catch (error) {
      failed(error);
    }
  };
  const next = state === 'live' ? 'stopped' : 'live';
  const nextWords = t(
    state === 'live' ? 'coupons.go.stop' : state === 'draft' ? 'coupons.go.live' : 'coupons.go.again',
  );
  const canIssue = mayIssue && state === 'live';
  useShortcuts(t('coupons.label'), [
    { keys: 'F2', label: t('coupons.editTitle'), run: () => setDoing('edit'), when: isOwn },
    { keys: 'F6', label: t('coupons.issue.action'), run: () => setDoing('issue'), when: canIssue },
    {
      keys: 'F12',
      label: t(state === 'live' ? 'coupons.go.stop' : 'coupons.go.live'),
      run: () => void become(next, version),
      when: isOwn,
    },
    { keys: 'Escape', label: t('actions.back'), run: () => void navigate({ to: '/coupons' }), when: doing === null },
  ]);
  const actions = (
    <>
      {isOwn && state === 'draft' && (
        <Button variant="subtle" color="red" onClick={() => void throwAway()}>
          {t('coupons.go.remove')}
        </Button>
      )}
      {isOwn && (
        <Button
          variant="default"
          leftSection={<IconEdit size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F2"
          onClick={() => setDoing('edit')}
        >
          {t('actions.edit')}
        </Button>
      )}
      {isOwn && (
        <KeyButton
          keys="F12"
          h={36}
          {...(state === 'live' ? { variant: 'default' } : {})}
          onClick={() => void become(next, version)}
        >
          {nextWords}
        </KeyButton>
      )}
      {canIssue && (
        <Button
          leftSection={<IconTicket size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F6"
          onClick={() => setDoing('issue')}
        >
          {t('coupons.issue.action')}
        </Button>
      )}
    </>
  );
  return (
    <Page fill title={name} aside={<CouponState state={state} />} actions={actions}>
      <p className={classes.terms}>
        {validityWords(terms, t, format)} · {t(`coupons.usableBy.${terms.usableBy}`)}
        {offers.length > 0 && ` · ${t('coupons.offersOf', { names: offers.map((offer) => offer.name).join('、') })}`}
      </p>
      {offers.length === 0 && (
        <p className={classes.note} role="note">
          {t('coupons.noOffer')}{' '}
          <Link to="/promotions/$offerId" params={{ offerId: newId<'offer'>() }} search={{ isNew: true }}>
            {t('coupons.makeOffer')}
          </Link>
        </p>
      )}
      <CouponFigures kind={kind} />
      {mayIssue ? <CodesList kind={kind} /> : <NoPermission right="coupon.issue" />}
      {doing === 'edit' && <CouponKindDialog kind={kind} onSaved={take} onClose={close} />}
      {doing === 'issue' && <IssueDialog kind={kind} onClose={close} />}
    </Page>
  );
}
