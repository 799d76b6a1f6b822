import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AutomationView } from '../../../shared/contract/automations.contract.ts';

/** Whether an automation runs, and whether something keeps it from all that it says. */
export function AutomationState({ state, hindrance }: Pick<AutomationView, 'state' | 'hindrance'>) {
  const { t } = useTranslation();
  const isHindered = state === 'live' && hindrance !== null;
  return (
    <Badge
      variant="light"
      color={state === 'paused' ? 'gray' : isHindered ? 'amber' : 'teal'}
      size="sm"
      radius="sm"
      tt="none"
      miw="max-content"
    >
      {t(isHindered ? 'automations.hindered' : `automations.state.${state}`)}
    </Badge>
  );
}
