import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BirthdayDraft, readBirthday } from './birthday-text.ts';
import classes from './EnrolForm.module.css';
import { useBirthdayWords } from './use-birthday-words.ts';

interface BirthdayFieldProps {
  readonly value: BirthdayDraft;
  readonly error?: string | undefined;
  readonly onChange: (next: BirthdayDraft) => void;
}

/** One field for month and day (0520) or the whole date, by the solar or the lunar calendar; says how it was read. */
export function BirthdayField({ value, error, onChange }: BirthdayFieldProps) {
  const { t } = useTranslation();
  const words = useBirthdayWords();
  const read = readBirthday(value);
  return (
    <div className={classes.birthday}>
      <TextInput
        label={t('enrol.birthday')}
        description={read ? words(read) : t('enrol.birthdayHelp')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={value.text}
        error={error}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <div className={classes.calendar}>
        <SegmentedControl
          aria-label={t('enrol.calendar')}
          data={[
            { value: 'solar', label: t('enrol.solar') },
            { value: 'lunar', label: t('enrol.lunar') },
          ]}
          value={value.calendar}
          onChange={(calendar) => onChange({ ...value, calendar: calendar === 'lunar' ? 'lunar' : 'solar' })}
        />
        {value.calendar === 'lunar' && (
          <Checkbox
            label={t('enrol.leapMonth')}
            checked={value.leapMonth}
            onChange={(event) => onChange({ ...value, leapMonth: event.currentTarget.checked })}
          />
        )}
      </div>
    </div>
  );
}
