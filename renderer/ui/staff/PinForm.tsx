import { Button } from '@mantine/core';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { PIN_PATTERN } from '../../../shared/staff/pin.ts';
import { refusalOf } from '../../lib/api.ts';
import { useErrorWords, waitWords } from '../../lib/error-words.ts';
import classes from './PinForm.module.css';
import { PinPad } from './PinPad.tsx';
import { useCountdown } from './use-countdown.ts';

interface PinFormProps {
  readonly person: StaffChoice;
  /** What the button says: sign in, allow. */
  readonly submit: string;
  /** Has the PIN checked. What it throws is said here, a lock with its countdown. */
  readonly send: (pin: string) => Promise<unknown>;
  /** To the tiles again. */
  readonly onBack?: () => void;
}

const LONGEST_PIN = 8;

/** One person's PIN, typed or touched; a wrong one says how many tries are left, a lock counts down. */
export function PinForm({ person, submit, send, onBack }: PinFormProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const { secondsLeft, start } = useCountdown();
  const errorWords = useErrorWords();
  const locked = secondsLeft > 0;

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
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    // It may stand over another form, whose React ancestor it is not to submit.
    event.stopPropagation();
    if (locked || sending) return;
    if (!PIN_PATTERN.test(pin)) return setProblem(t('staff.signIn.tooShort'));
    setSending(true);
    void send(pin)
      .catch(fail)
      .finally(() => setSending(false));
  };

  const message = locked ? t('staff.signIn.lockedFor', { time: waitWords(secondsLeft, t) }) : problem;
  return (
    <form className={classes.entry} onSubmit={onSubmit}>
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
          data-autofocus
          aria-invalid={message !== null}
          aria-describedby={problemId}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </label>
      <p id={problemId} role="alert" className={classes.problem}>
        {message}
      </p>
      <PinPad
        disabled={locked}
        onDigit={(digit) => type(pin + digit)}
        onErase={() => type(pin.slice(0, -1))}
        enter={
          <Button type="submit" h={56} disabled={locked} loading={sending}>
            {submit}
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
