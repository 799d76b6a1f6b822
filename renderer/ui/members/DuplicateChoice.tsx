import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import classes from './EnrolForm.module.css';
import { MemberOption } from './MemberOption.tsx';

interface DuplicateChoiceProps {
  readonly duplicates: readonly MemberCard[];
  readonly onUse: (card: MemberCard) => void;
  readonly onEnrolAnyway: () => Promise<void>;
  readonly onBack: () => void;
}

/** Members on file who may be the same person: use one of them, or enrol another all the same. */
export function DuplicateChoice({ duplicates, onUse, onEnrolAnyway, onBack }: DuplicateChoiceProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const anyway = useMutation({ mutationFn: onEnrolAnyway });
  useShortcuts(t('enrol.title'), [{ keys: 'Escape', label: t('actions.back'), run: onBack }]);

  return (
    <section className={classes.duplicates} aria-label={t('enrol.duplicatesTitle')}>
      <p role="status">{t('enrol.duplicatesBody', { count: duplicates.length })}</p>
      <ul className={classes.duplicateList}>
        {duplicates.map((card, index) => (
          <li key={card.memberId}>
            <MemberOption
              card={card}
              action={t('enrol.useThis')}
              autoFocus={index === 0}
              onChoose={() => onUse(card)}
            />
          </li>
        ))}
      </ul>
      {anyway.error && <p role="alert">{errorWords(anyway.error).text}</p>}
      <div className={classes.end}>
        <Button variant="default" onClick={onBack}>
          {t('actions.back')}
        </Button>
        <Button variant="default" loading={anyway.isPending} onClick={() => anyway.mutate()}>
          {t('enrol.anyway')}
        </Button>
      </div>
    </section>
  );
}
