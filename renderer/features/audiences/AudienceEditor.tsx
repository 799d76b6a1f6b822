import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIENCE_KINDS, type AudienceKind, MAX_GROUPS, saysNothing } from '../../../shared/audiences/audience.ts';
import type { AudienceView } from '../../../shared/contract/audiences.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Condition } from '../../../shared/lists/conditions.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { Choices } from '../../ui/Choices.tsx';
import type { FilterTerms } from '../../ui/filters/filter-terms.ts';
import { FormFailure } from '../../ui/form/FormFailure.tsx';
import { LeaveDialog } from '../../ui/form/LeaveDialog.tsx';
import { useMemberFilterTerms } from '../../ui/members/member-filter-terms.ts';
import { Page } from '../../ui/Page.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { AudienceActs } from './AudienceActs.tsx';
import classes from './AudienceEditor.module.css';
import { type AudienceDraft, draftOf, termsOf } from './audience-draft.ts';
import { ConditionGroup } from './ConditionGroup.tsx';
import { PutMember } from './PutMember.tsx';
import { WhoIsIn } from './WhoIsIn.tsx';

interface AudienceEditorProps {
  readonly audienceId: Id<'audience'>;
  /** Null while it is new; then `begin` is what it begins with. */
  readonly audience: AudienceView | null;
  readonly begin: { readonly kind: AudienceKind; readonly where: readonly Condition[] } | null;
}

/** The form beside who is meant by it, counted while it is written. */
export function AudienceEditor({ audienceId, audience, begin }: AudienceEditorProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const blank = { name: '', note: '', kind: begin?.kind ?? 'segment', where: [], either: [] } satisfies AudienceDraft;
  const saved = audience ? draftOf(audience.name, audience.terms, audience.note) : blank;
  const [draft, setDraft] = useState<AudienceDraft>(audience ? saved : { ...blank, where: begin?.where ?? [] });
  const [basedOn, setBasedOn] = useState(audience?.version ?? 0);
  const [tried, setTried] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const filterTerms = useOthers(useMemberFilterTerms(), audienceId);
  const save = useMutation(trpc.audiences.save.mutationOptions());
  const locked = audience?.isOwn === false;
  const terms = termsOf(draft);
  const isDirty =
    !locked &&
    JSON.stringify([draft.name, draft.note, terms]) !== JSON.stringify([saved.name, saved.note, termsOf(saved)]);
  const nameWrong = draft.name.trim() === '' ? t('form.required') : undefined;
  const termsWrong = saysNothing(terms) ? t('refusals.audience-says-nothing') : undefined;

  // What is missing gets the focus after a refused attempt; a new audience begins with its name.
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] button')?.focus();
  }, [tried]);
  useEffect(() => {
    if (basedOn === 0) form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [basedOn]);

  const change = (changes: Partial<AudienceDraft>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const changeGroup = (at: number, group: readonly Condition[] | null) =>
    change({ either: draft.either.flatMap((each, index) => (index !== at ? [each] : group ? [group] : [])) });
  const submit = async () => {
    if (save.isPending) return;
    if (nameWrong || termsWrong) return setTried((times) => times + 1);
    const content = { name: draft.name.trim(), terms, note: draft.note.trim() };
    const view = await save.mutateAsync({ audienceId, basedOn, ...content }).catch(() => null);
    if (!view) return;
    queries.setQueryData(trpc.audiences.get.queryKey({ audienceId }), view);
    setDraft(draftOf(view.name, view.terms, view.note));
    setBasedOn(view.version);
    setTried(0);
    await navigate({ to: '/audiences/$audienceId', params: { audienceId }, replace: true });
    notifications.show({ message: t('audiences.saved', { name: view.name }) });
  };
  const leave = () => void navigate({ to: '/audiences' });
  useShortcuts(t('audiences.form.label'), [
    { keys: 'Ctrl+Enter', label: t('audiences.form.save'), run: () => void submit(), when: isDirty },
    { keys: 'Escape', label: t('actions.back'), run: () => (isDirty ? setLeaving(true) : leave()) },
  ]);
  const failure = save.error ? errorWords(save.error) : null;
  const usedBy = audience?.usedBy;
  const users = usedBy
    ? [...usedBy.offers, ...usedBy.campaigns, ...usedBy.automations, ...usedBy.audiences].map(({ name }) => name)
    : [];
  return (
    <Page
      fill
      title={audience?.name ?? t('audiences.form.newTitle')}
      aside={audience && <span className={classes.kind}>{t(`audiences.kind.${audience.terms.kind}`)}</span>}
      actions={
        <>
          {audience && <AudienceActs audience={audience} />}
          {!locked && (
            <KeyButton
              keys="Ctrl+Enter"
              h={36}
              loading={save.isPending}
              disabled={!isDirty}
              onClick={() => void submit()}
            >
              {t('audiences.form.save')}
            </KeyButton>
          )}
        </>
      }
    >
      <div className={classes.columns}>
        <form
          ref={form}
          className={classes.form}
          aria-label={t('audiences.form.label')}
          noValidate
          onSubmit={(event) => event.preventDefault()}
        >
          {locked && <p className={classes.notice}>{t('audiences.form.notOurs')}</p>}
          <FormFailure failure={failure} />
          <fieldset className={classes.all} disabled={locked}>
            <div className={classes.names}>
              <TextInput
                label={t('audiences.form.name')}
                value={draft.name}
                error={tried > 0 && nameWrong}
                maxLength={60}
                autoComplete="off"
                data-first
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <TextInput
                label={t('audiences.form.note')}
                value={draft.note}
                maxLength={300}
                autoComplete="off"
                onChange={(event) => change({ note: event.currentTarget.value })}
              />
            </div>
            {basedOn === 0 && (
              <div className={classes.kinds}>
                <Choices
                  label={t('audiences.form.kind')}
                  chosen={draft.kind}
                  onChoose={(kind) => change({ kind })}
                  choices={AUDIENCE_KINDS.map((value) => ({ value, words: t(`audiences.form.kinds.${value}`) }))}
                />
              </div>
            )}
            {draft.kind === 'segment' ? (
              <>
                <div data-wrong={(tried > 0 && termsWrong !== undefined) || undefined}>
                  <ConditionGroup
                    title={t('audiences.form.all')}
                    none={t('audiences.form.allNone')}
                    between={t('audiences.form.and')}
                    terms={filterTerms}
                    conditions={draft.where}
                    onChange={(where) => change({ where })}
                    isMain
                    onRemove={null}
                  />
                  {tried > 0 && termsWrong && (
                    <p className={classes.error} role="alert">
                      {termsWrong}
                    </p>
                  )}
                </div>
                {draft.either.map((group, at) => (
                  <ConditionGroup
                    key={at}
                    title={t('audiences.form.either')}
                    none={t('audiences.form.eitherNone')}
                    between={t('audiences.form.or')}
                    terms={filterTerms}
                    conditions={group}
                    onChange={(next) => changeGroup(at, next)}
                    isMain={false}
                    onRemove={() => changeGroup(at, null)}
                  />
                ))}
                {draft.either.length < MAX_GROUPS && (
                  <Button
                    variant="default"
                    className={classes.addGroup ?? ''}
                    leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
                    onClick={() => change({ either: [...draft.either, []] })}
                  >
                    {t('audiences.form.addGroup')}
                  </Button>
                )}
              </>
            ) : (
              <div className={classes.group}>
                <p className={classes.soft}>{t(audience ? 'audiences.form.listHelp' : 'audiences.form.newListHelp')}</p>
                {audience && !locked && <PutMember audienceId={audienceId} />}
              </div>
            )}
            {users.length > 0 && (
              <p className={classes.soft}>{t('audiences.form.usedBy', { names: users.join(t('audiences.and')) })}</p>
            )}
          </fieldset>
        </form>
        <WhoIsIn
          audienceId={audience && !isDirty ? audienceId : draft.kind === 'list' && audience ? audienceId : null}
          terms={terms}
        />
      </div>
      <LeaveDialog opened={leaving} onLeave={leave} onStay={() => setLeaving(false)} />
    </Page>
  );
}

/** An audience cannot be a condition of itself; and where there is no other, audiences are no condition at all. */
function useOthers(terms: FilterTerms, audienceId: Id<'audience'>): FilterTerms {
  return useMemo(() => {
    const others = terms.choices('audience').filter(({ value }) => value !== audienceId);
    const fields = Object.entries(terms.fields).filter(([field]) => field !== 'audience' || others.length > 0);
    return {
      ...terms,
      fields: Object.fromEntries(fields),
      choices: (field) => (field === 'audience' ? others : terms.choices(field)),
    };
  }, [terms, audienceId]);
}
