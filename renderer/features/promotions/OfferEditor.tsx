import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../../shared/contract/offers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { FormFailure } from '../../ui/form/FormFailure.tsx';
import { LeaveDialog } from '../../ui/form/LeaveDialog.tsx';
import { Page } from '../../ui/Page.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { GoodsNamesContext, useLearnedNames } from './goods-names.ts';
import { offerDrafts } from './kept-draft.ts';
import { OfferActs } from './OfferActs.tsx';
import classes from './OfferEditor.module.css';
import { OfferForm } from './OfferForm.tsx';
import { OfferState } from './OfferState.tsx';
import { blankOffer, draftOfOffer, type OfferDraft, readOffer } from './offer-draft.ts';
import { offerSentences } from './offer-sentence.ts';
import { problemWords } from './problem-words.ts';
import { TryOut } from './TryOut.tsx';
import { useSaying } from './use-saying.ts';

interface OfferEditorProps {
  readonly offerId: Id<'offer'>;
  /** Null while it is new. */
  readonly offer: OfferView | null;
}

/** The form beside what it comes to. What is typed is kept until it is saved or given up. */
export function OfferEditor({ offerId, offer }: OfferEditorProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const { currency, storeId } = useStoreFacts();
  const place = { moneyPlaces: minorDigits(currency), storeId };
  const saved = offer ? draftOfOffer(offer.terms, offer.note, place) : blankOffer(place);
  const [kept] = useState(() => offerDrafts.of(offerId));
  const [draft, setDraft] = useState<OfferDraft>(kept?.draft ?? saved);
  /** The version that the form began with, whatever is written meanwhile. */
  const [basedOn, setBasedOn] = useState(kept?.basedOn ?? offer?.version ?? 0);
  const [tried, setTried] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const names = useLearnedNames(offer?.named ?? [], kept?.learned ?? []);
  const saying = useSaying(names.nameOf);
  const form = useRef<HTMLFormElement>(null);
  const locked = offer !== null && (offer.state === 'ended' || !offer.isOwn);
  const isDirty = !locked && JSON.stringify(draft) !== JSON.stringify(saved);
  offerDrafts.useKeep({ id: offerId, basedOn, draft, learned: names.learned }, isDirty);
  const groups = useGroups();
  const save = useMutation(trpc.offers.save.mutationOptions());
  const { terms, problems } = readOffer(draft, place);

  // What is wrong gets the focus after a refused attempt; a new offer begins with its name.
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input')?.focus();
  }, [tried]);
  useEffect(() => {
    if (basedOn === 0) form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [basedOn]);

  const change = (changes: Partial<OfferDraft>) => {
    save.reset();
    // What was just added is not told of as missing before it could be typed.
    if (changes.conditions && changes.conditions.length > draft.conditions.length) setTried(0);
    setDraft((before) => ({ ...before, ...changes }));
  };
  /** Null where it was refused; the form says why. */
  const submit = async (): Promise<OfferView | null> => {
    if (save.isPending) return null;
    if (!terms || Object.keys(problems).length > 0) {
      setTried((times) => times + 1);
      return null;
    }
    const view = await save.mutateAsync({ offerId, basedOn, terms, note: draft.note.trim() }).catch(() => null);
    if (!view) return null;
    queries.setQueryData(trpc.offers.get.queryKey({ offerId }), view);
    setDraft(draftOfOffer(view.terms, view.note, place));
    setBasedOn(view.version);
    setTried(0);
    offerDrafts.forget(offerId);
    await navigate({ to: '/promotions/$offerId', params: { offerId }, replace: true });
    const words = view.state === 'draft' ? 'promotions.form.savedDraft' : 'promotions.form.saved';
    notifications.show({ message: t(words, { name: view.terms.name }) });
    return view;
  };
  const leave = () => {
    offerDrafts.forget(offerId);
    void navigate({ to: '/promotions' });
  };
  const takeBack = () => {
    setDraft(saved);
    setBasedOn(offer?.version ?? 0);
    setTried(0);
    save.reset();
  };
  useShortcuts(t('promotions.form.label'), [
    { keys: 'Ctrl+Enter', label: t('promotions.form.save'), run: () => void submit(), when: isDirty },
    { keys: 'Escape', label: t('actions.back'), run: () => (isDirty ? setLeaving(true) : leave()) },
  ]);
  const errorOf = (at: string) => {
    const problem = problems[at];
    // What is still empty is told of when somebody tries to save; what contradicts itself at once.
    return problem && (tried > 0 || typeof problem === 'string' || problem.kind !== 'missing')
      ? problemWords(problem, saying)
      : undefined;
  };
  const failure = save.error ? errorWords(save.error) : null;
  const locks = offer?.isOwn === false ? t('promotions.form.notOurs') : t('promotions.form.ended');
  return (
    <GoodsNamesContext value={names}>
      <Page
        fill
        title={offer?.terms.name ?? t('promotions.form.newTitle')}
        aside={offer && <OfferState offer={offer} />}
        actions={
          <>
            {offer && (
              <OfferActs
                offer={offer}
                sentences={offerSentences(offer.terms, saying)}
                saveFirst={isDirty ? submit : null}
                onVersion={(version) => setBasedOn(version)}
              />
            )}
            {!locked && (
              <KeyButton
                keys="Ctrl+Enter"
                h={36}
                loading={save.isPending}
                disabled={!isDirty}
                onClick={() => void submit()}
              >
                {t('promotions.form.save')}
              </KeyButton>
            )}
          </>
        }
      >
        <div className={classes.columns}>
          <form
            ref={form}
            className={classes.form}
            aria-label={t('promotions.form.label')}
            noValidate
            onSubmit={(event) => event.preventDefault()}
          >
            {locked && <p className={classes.notice}>{t('promotions.form.readOnly', { why: locks })}</p>}
            {kept && isDirty && (
              <p className={classes.notice} role="status">
                {t('promotions.form.restored')}
                <Button variant="subtle" size="compact-sm" onClick={takeBack}>
                  {t('promotions.form.forget')}
                </Button>
              </p>
            )}
            <FormFailure failure={failure} />
            <fieldset className={classes.all} disabled={locked}>
              <OfferForm draft={draft} place={place} groups={groups} errorOf={errorOf} onChange={change} />
            </fieldset>
          </form>
          <div className={classes.side}>
            <section className={classes.words} role="status" aria-label={t('promotions.readBack')}>
              <h2 className={classes.wordsTitle}>{t('promotions.readBack')}</h2>
              {terms ? (
                offerSentences(terms, saying).map((sentence) => <p key={sentence}>{sentence}</p>)
              ) : (
                <p className={classes.soft}>{t('promotions.incomplete')}</p>
              )}
            </section>
            <TryOut
              offerId={offerId}
              terms={Object.keys(problems).length === 0 ? terms : null}
              name={draft.name.trim() || t('promotions.try.this')}
            />
          </div>
        </div>
        <LeaveDialog opened={leaving} onLeave={leave} onStay={() => setLeaving(false)} />
      </Page>
    </GoodsNamesContext>
  );
}

/** The groups that offers stand in already. */
function useGroups(): readonly string[] {
  const trpc = useTRPC();
  const offers = useQuery(trpc.offers.list.queryOptions({ state: null, offset: 0, limit: 200 })).data?.rows ?? [];
  return [...new Set(offers.flatMap(({ terms }) => terms.group ?? []))].toSorted();
}
