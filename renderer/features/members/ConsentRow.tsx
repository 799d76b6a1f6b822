import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { ConsentPurpose } from '../../../shared/members/profile.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { NOTICE_VERSION } from '../../ui/members/enrol-draft.ts';
import { offerUndo } from '../../ui/undo.tsx';
import classes from './ConsentList.module.css';

const STATES = {
  given: { icon: IconCircleCheck, word: 'members.consent.given' },
  withdrawn: { icon: IconCircleX, word: 'members.consent.withdrawn' },
  'never-asked': { icon: IconCircle, word: 'members.consent.neverAsked' },
} as const;

interface ConsentRowProps {
  readonly memberId: Id<'member'>;
  readonly purpose: ConsentPurpose;
  /** Undefined where it was never asked. */
  readonly consent: MemberProfile['consents'][number] | undefined;
}

/** One purpose: what was said and when. Withdrawing is as easy as giving. */
export function ConsentRow({ memberId, purpose, consent }: ConsentRowProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const errorWords = useErrorWords();
  const mayChange = useMay('member.write');
  // One id for each change, however often its button is pressed or its answer lost.
  const [eventId, setEventId] = useState(() => newId<'consent-event'>());
  const given = consent?.given ?? false;
  const words = t(`members.consent.purpose.${purpose}`);
  const set = useMutation(
    trpc.members.setConsent.mutationOptions({
      onSuccess: (_, sent) => {
        setEventId(newId<'consent-event'>());
        offerUndo({
          text: t(sent.given ? 'members.timeline.consentGiven' : 'members.timeline.consentWithdrawn', {
            purpose: words,
          }),
          label: t('memberActs.consentUndo'),
          onUndo: () => set.mutate({ ...sent, eventId: newId<'consent-event'>(), given: !sent.given }),
        });
      },
    }),
  );
  const state = consent ? (given ? 'given' : 'withdrawn') : 'never-asked';
  const { icon: Icon, word } = STATES[state];
  const act = t(given ? 'members.consent.withdraw' : 'members.consent.give');
  return (
    <li className={classes.consent}>
      <span>{words}</span>
      <span className={classes.state} data-state={state}>
        <Icon size={16} stroke={1.5} aria-hidden />
        {t(word)}
      </span>
      <span className={classes.when}>
        {consent && `${format.day(consent.atMs)} · ${t('members.consent.notice', { version: consent.noticeVersion })}`}
      </span>
      {mayChange && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.act ?? ''}
          aria-label={`${act}: ${words}`}
          // Not disabled while it is sent: that would take the focus away. The id lets a second press do nothing.
          onClick={() => set.mutate({ memberId, eventId, purpose, given: !given, noticeVersion: NOTICE_VERSION })}
        >
          {act}
        </Button>
      )}
      {purpose === 'profiling' && !given && <span className={classes.note}>{t('memberActs.profilingOff')}</span>}
      {set.error && (
        <span role="alert" className={classes.problem}>
          {errorWords(set.error).text}
        </span>
      )}
    </li>
  );
}
