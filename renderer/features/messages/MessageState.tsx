import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutboxState } from '../../../shared/messages/message.ts';

const COLOURS: Readonly<Record<OutboxState, string>> = {
  queued: 'gray',
  sending: 'gray',
  uncertain: 'amber',
  sent: 'teal',
  failed: 'red',
  withheld: 'gray',
  cancelled: 'gray',
};

export function MessageState({ state }: { readonly state: OutboxState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={COLOURS[state]} size="sm" radius="sm" tt="none">
      {t(`messages.state.${state}`)}
    </Badge>
  );
}
