import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconUserCog } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { isGone } from '../../../shared/members/profile.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { StandingDialog } from './StandingDialog.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { standingWordsOf } from './standing-draft.ts';

/** How the account stands, and beside it the way to suspend, close or take it up again. */
export function StandingShown({ card }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const mayChange = useMay('member.standing') && !isGone(card.status);
  const change = () => setChanging(true);
  useShortcuts(t('members.page.title'), [{ keys: 'Alt+A', label: t('standing.title'), run: change, when: mayChange }]);
  const words = standingWordsOf(card.status, t);
  const icon = <IconUserCog size={16} stroke={1.5} aria-hidden />;
  return (
    <>
      <StatusBadge status={card.status} />
      {/* A stopped account is here to be taken up again; of one in use there is little room for what is seldom done. */}
      {mayChange && card.status === 'active' && (
        <Tooltip label={words} events={{ hover: true, focus: true, touch: true }}>
          <ActionIcon variant="subtle" aria-label={words} aria-keyshortcuts="Alt+A" onClick={change}>
            {icon}
          </ActionIcon>
        </Tooltip>
      )}
      {mayChange && card.status !== 'active' && (
        <Button variant="subtle" size="compact-sm" leftSection={icon} aria-keyshortcuts="Alt+A" onClick={change}>
          {words}
        </Button>
      )}
      <StandingDialog opened={changing} card={card} onClose={() => setChanging(false)} />
    </>
  );
}
