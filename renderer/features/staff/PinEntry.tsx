import { Button } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { PIN_PATTERN } from '../../../shared/staff/pin.ts';
import { refusalOf } from '../../lib/api.ts';
import { useErrorWords, waitWords } from '../../lib/error-words.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './PinEntry.module.css';
import { PinPad } from './PinPad.tsx';
import { useCountdown } from './use-countdown.ts';
import { useSignIn } from './use-sign-in.ts';

interface PinEntryProps {
  readonly person: StaffChoice;
  readonly onBack?: () => void;
  readonly onSignedIn?: () => void;
}

const LONGEST_PIN = 8;

/** One person's PIN, typed or touched; a wrong one says how many tries are left, a lock counts down. */
export function PinEntry({ person, onBack, onSignedIn }: PinEntryProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { secondsLeft, start } = useCountdown();
  const signIn = useSignIn(onSignedIn);
  const errorWords = useErrorWords();
  const locked = secondsLeft > 0;

  useShortcuts(t('staff.signIn.title'), [
    { keys: 'Escape', label: t('staff.signIn.otherPerson'), run: () => onBack?.(), when: onBack !== undefined },
  ]);
  useEffect(() => {
    if (!locked) field.current?.focus();
  }, [locked]);

  const type = (next: string) => {
    setPin(next.replace(/\D/g, '').slice(0, LONGEST_PIN));
    setProblem(null);
  };
  const fail = (error: unknown) => {
    const refusal = refusalOf(error);
    setPin('');
    if (refusal?.reason === 'locked-out') start(Number(refusal.details.seconds));
    setProblem(refusal?.reason === 'locked-out' ? null : errorWords(error).text);
    field.current?.focus();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (locked || signIn.isPending) return;
    if (!PIN_PATTERN.test(pin)) return setProblem(t('staff.signIn.tooShort'));
    signIn.mutate({ staffId: person.staffId, pin }, { onError: fail });
  };

  const message = locked ? t('staff.signIn.lockedFor', { time: waitWords(secondsLeft, t) }) : problem;
  return (
    <form className={classes.entry} onSubmit={submit}>
      <label className={classes.label}>
        {t('staff.signIn.pinFor', { name: person.name })}
        <input
          ref={field}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          className={classes.pin}
          value={pin}
          disabled={locked}
          aria-invalid={message !== null}
          aria-describedby="pin-problem"
          onChange={(event) => type(event.currentTarget.value)}
        />
      </label>
      <p id="pin-problem" role="alert" className={classes.problem}>
        {message}
      </p>
      <PinPad
        disabled={locked}
        onDigit={(digit) => type(pin + digit)}
        onErase={() => type(pin.slice(0, -1))}
        enter={
          <Button type="submit" h={56} disabled={locked} loading={signIn.isPending}>
            {t('staff.signIn.enter')}
          </Button>
        }
      />
      {onBack && (
        <Button variant="subtle" onClick={onBack}>
          {t('staff.signIn.otherPerson')}
        </Button>
      )}
    </form>
  );
}
