import { IconCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { CONSENT_PURPOSES } from '../../../shared/members/profile.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ConsentList.module.css';

const STATES = {
  given: { icon: IconCircleCheck, word: 'members.consent.given' },
  withdrawn: { icon: IconCircleX, word: 'members.consent.withdrawn' },
  'never-asked': { icon: IconCircle, word: 'members.consent.neverAsked' },
} as const;

/** What the member agreed to, purpose by purpose, with the notice that was shown and the day. */
export function ConsentList({ consents }: { readonly consents: MemberProfile['consents'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = new Map(consents.map((consent) => [consent.purpose, consent]));
  return (
    <ul className={classes.list}>
      {CONSENT_PURPOSES.map((purpose) => {
        const consent = known.get(purpose);
        const state = consent ? (consent.given ? 'given' : 'withdrawn') : 'never-asked';
        const { icon: Icon, word } = STATES[state];
        return (
          <li key={purpose} className={classes.consent}>
            <span>{t(`members.consent.purpose.${purpose}`)}</span>
            <span className={classes.state} data-state={state}>
              <Icon size={16} stroke={1.5} aria-hidden />
              {t(word)}
            </span>
            {consent && (
              <span className={classes.when}>
                {`${format.day(consent.atMs)} · ${t('members.consent.notice', { version: consent.noticeVersion })}`}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
