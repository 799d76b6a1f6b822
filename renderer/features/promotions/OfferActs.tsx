import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../../shared/contract/offers.contract.ts';
import { mayBecome, type OfferState } from '../../../shared/promotions/offer-state.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { offerUndo } from '../../ui/undo.tsx';
import { offerDrafts } from './kept-draft.ts';
import { StateDialog } from './StateDialog.tsx';

type Next = Exclude<OfferState, 'draft'>;

/** The longest name that an offer may have. */
const NAME_LENGTH = 60;

interface OfferActsProps {
  readonly offer: OfferView;
  /** The offer as it is saved, in words. */
  readonly sentences: readonly string[];
  /** Saves what is not saved yet; null where everything is. */
  readonly saveFirst: (() => Promise<OfferView | null>) | null;
  /** A new version was written without the form. */
  readonly onVersion: (version: number) => void;
}

/** What can be done with an offer: it goes live, pauses, goes on, ends; it is copied, and a draft is thrown away. */
export function OfferActs({ offer, sentences, saveFirst, onVersion }: OfferActsProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const format = useFormat();
  const errorWords = useErrorWords();
  const [asking, setAsking] = useState<Next | null>(null);
  const [opened, setOpened] = useState(false);
  const setState = useMutation(trpc.offers.setState.mutationOptions());
  const copy = useMutation(trpc.offers.copy.mutationOptions());
  const remove = useMutation(trpc.offers.remove.mutationOptions());
  const save = useMutation(trpc.offers.save.mutationOptions());
  const { offerId, state, isOwn } = offer;
  const { name } = offer.terms;

  const failed = (error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text });
  const take = (view: OfferView) => {
    queries.setQueryData(trpc.offers.get.queryKey({ offerId }), view);
    onVersion(view.version);
  };
  const become = async (next: Next, basedOn: number) => {
    try {
      const view = await setState.mutateAsync({ offerId, basedOn, state: next });
      take(view);
      setAsking(null);
      const text = t(`promotions.go.${next}Done`, { name });
      if (next !== 'paused') return void notifications.show({ message: text });
      offerUndo({ text, label: t('actions.undo'), onUndo: () => void become('live', view.version) });
    } catch (error) {
      setAsking(null);
      failed(error);
    }
  };
  const ask = async (next: Next) => {
    if (!saveFirst || (await saveFirst())) setAsking(next);
  };
  const makeCopy = async () => {
    try {
      const copyName = t('promotions.go.copyName', { name }).slice(0, NAME_LENGTH);
      const made = await copy.mutateAsync({ offerId, copyId: newId<'offer'>(), name: copyName });
      await navigate({ to: '/promotions/$offerId', params: { offerId: made.offerId } });
      notifications.show({ message: t('promotions.go.copied') });
    } catch (error) {
      failed(error);
    }
  };
  const throwAway = async () => {
    const { terms, note } = offer;
    try {
      await remove.mutateAsync({ offerId });
      offerDrafts.forget(offerId);
      await navigate({ to: '/promotions' });
      offerUndo({
        text: t('promotions.go.removed', { name }),
        label: t('actions.undo'),
        // What was thrown away stays so; the same terms come back under another id.
        onUndo: () => void save.mutateAsync({ offerId: newId<'offer'>(), basedOn: 0, terms, note }).catch(failed),
      });
    } catch (error) {
      failed(error);
    }
  };
  const main: Next | null = !isOwn || state === 'ended' ? null : state === 'live' ? 'paused' : 'live';
  const mainWords =
    main === 'paused'
      ? t('promotions.go.paused')
      : t(state === 'paused' ? 'promotions.go.again' : 'promotions.go.live');
  const mayEnd = isOwn && mayBecome(state, 'ended');
  useShortcuts(t('promotions.form.label'), [
    {
      keys: 'F12',
      label: t(main === 'paused' ? 'promotions.go.paused' : 'promotions.go.live'),
      run: () => main && void ask(main),
      when: main !== null,
    },
    { keys: 'Alt+M', label: t('promotions.form.more'), run: () => setOpened(true) },
  ]);
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDots size={16} stroke={1.5} aria-hidden />}
            aria-keyshortcuts="Alt+M"
          >
            {t('promotions.form.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void makeCopy()}>{t('promotions.go.copy')}</Menu.Item>
          {mayEnd && <Menu.Item onClick={() => void ask('ended')}>{t('promotions.go.ended')}…</Menu.Item>}
          {isOwn && state === 'draft' && (
            <Menu.Item color="red" onClick={() => void throwAway()}>
              {t('promotions.go.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {main && (
        <KeyButton keys="F12" h={36} variant="default" onClick={() => void ask(main)}>
          {mainWords}
        </KeyButton>
      )}
      {asking && (
        <StateDialog
          next={asking}
          name={name}
          confirm={asking === main ? mainWords : t(`promotions.go.${asking}`)}
          sentences={sentences}
          uses={format.count(offer.uses)}
          given={format.money(offer.discountMinor)}
          busy={setState.isPending}
          onConfirm={() => void become(asking, offer.version)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
