import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCode128 } from '../../../shared/barcodes/code-128.ts';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './Identity.module.css';
import { PrintCardDialog } from './PrintCardDialog.tsx';
import { ReplaceCardDialog } from './ReplaceCardDialog.tsx';

/** The card in use, and beside it the way to another and to a print of it. */
export function CardShown({ card }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const [printing, setPrinting] = useState(false);
  // An imported number may hold what no barcode does.
  const printable = card.cardNumber !== null && isCode128(card.cardNumber) ? card.cardNumber : null;
  const mayReplace = useMay('member.write') && card.status !== 'erased';
  const replace = () => setReplacing(true);
  useShortcuts(t('members.page.title'), [
    { keys: 'Alt+C', label: t('memberActs.card.title'), run: replace, when: mayReplace },
    { keys: 'Alt+P', label: t('memberActs.card.printTitle'), run: () => setPrinting(true), when: printable !== null },
  ]);
  return (
    <span className={classes.phone}>
      <span>{card.cardNumber ? t('members.page.card', { number: card.cardNumber }) : t('members.page.noCard')}</span>
      {mayReplace && (
        <Button variant="subtle" size="compact-sm" aria-keyshortcuts="Alt+C" onClick={replace}>
          {t(card.cardNumber ? 'memberActs.card.replace' : 'memberActs.card.give')}
        </Button>
      )}
      {printable !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('memberActs.card.printTitle')}
          aria-keyshortcuts="Alt+P"
          onClick={() => setPrinting(true)}
        >
          {t('memberActs.card.print')}
        </Button>
      )}
      {printing && printable !== null && (
        <PrintCardDialog name={card.name} cardNumber={printable} onClose={() => setPrinting(false)} />
      )}
      <ReplaceCardDialog opened={replacing} card={card} onClose={() => setReplacing(false)} />
    </span>
  );
}
