import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './Identity.module.css';
import { ReplaceCardDialog } from './ReplaceCardDialog.tsx';

/** The card in use, and beside it the way to another. */
export function CardShown({ card }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const mayReplace = useMay('member.write') && card.status !== 'erased';
  const replace = () => setReplacing(true);
  useShortcuts(t('members.page.title'), [
    { keys: 'Alt+C', label: t('memberActs.card.title'), run: replace, when: mayReplace },
  ]);
  return (
    <span className={classes.phone}>
      <span>{card.cardNumber ? t('members.page.card', { number: card.cardNumber }) : t('members.page.noCard')}</span>
      {mayReplace && (
        <Button variant="subtle" size="compact-sm" aria-keyshortcuts="Alt+C" onClick={replace}>
          {t(card.cardNumber ? 'memberActs.card.replace' : 'memberActs.card.give')}
        </Button>
      )}
      <ReplaceCardDialog opened={replacing} card={card} onClose={() => setReplacing(false)} />
    </span>
  );
}
