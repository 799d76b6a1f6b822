import { Badge } from '@mantine/core';
import { IconCake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useSignedIn } from '../../lib/signed-in.ts';
import { TierBadge } from '../../ui/members/TierBadge.tsx';
import { CardShown } from './CardShown.tsx';
import classes from './Identity.module.css';
import { PhoneShown } from './PhoneShown.tsx';
import { SegmentBadge } from './SegmentBadge.tsx';
import { StandingShown } from './StandingShown.tsx';

const BIRTHDAY_WORDS = {
  today: 'members.page.birthdayToday',
  'this-week': 'members.page.birthdayThisWeek',
} as const;

/** Who it is, beside the name: tier, state, phone, card, and a birthday that is near. */
export function Identity({ card }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const { tier, birthday } = card;
  const { staffId } = useSignedIn();
  return (
    <div className={classes.identity}>
      <TierBadge tier={tier} />
      <StandingShown card={card} />
      <SegmentBadge memberId={card.memberId} />
      {/* Whoever comes after a quick switch looks, and is noted, for themselves. */}
      <PhoneShown key={`${card.phoneMasked} ${staffId}`} card={card} />
      <CardShown card={card} />
      {birthday !== 'no' && (
        <Badge
          variant="light"
          color="amber"
          radius="sm"
          tt="none"
          leftSection={<IconCake size={14} stroke={1.5} aria-hidden />}
        >
          {t(BIRTHDAY_WORDS[birthday])}
        </Badge>
      )}
    </div>
  );
}
