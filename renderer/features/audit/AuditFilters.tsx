import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import type { AuditView } from './audit-view.ts';
import { actionWords, inOrder } from './audit-words.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';

interface AuditFiltersProps {
  readonly view: AuditView;
  readonly onChange: (changes: Partial<AuditView>) => void;
}

/** Narrows the log to one act, one person, or both; only those that occur in it are offered. */
export function AuditFilters({ view, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const choices = useQuery(trpc.audit.choices.queryOptions());
  const { actions = [], people = [] } = choices.data ?? {};
  const person = (staffId: string | null) => people.find((each) => each.staffId === staffId) ?? null;
  return (
    <>
      <ChoiceMenu
        label={t('audit.byAction')}
        choices={inOrder(actions).map((action) => ({ value: action, words: actionWords(action, t) }))}
        chosen={view.action}
        onChoose={(action) => onChange({ action })}
      />
      <ChoiceMenu
        label={t('audit.byPerson')}
        choices={people.map(({ staffId, name }) => ({ value: staffId, words: name }))}
        chosen={view.person?.staffId ?? null}
        onChoose={(staffId) => onChange({ person: person(staffId) })}
      />
    </>
  );
}
