import { Button } from '@mantine/core';
import { IconArrowUpRight, IconUserPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { MemberCardView } from '../../ui/members/MemberCardView.tsx';
import { MemberFinder } from '../../ui/members/MemberFinder.tsx';
import { TierProgress } from '../../ui/members/TierProgress.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import classes from './MemberPane.module.css';

interface MemberPaneProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly memberId: Id<'member'> | null;
  readonly onMember: (card: MemberCard) => void;
  readonly onRemove: () => void;
  readonly onEnrol: () => void;
}

/** Who is buying: the finder, and the member as one card. */
export function MemberPane({ input, text, onText, memberId, onMember, onRemove, onEnrol }: MemberPaneProps) {
  const { t } = useTranslation();
  const mayEnrol = useMay('member.write');
  const enrol = mayEnrol && (
    <KeyButton
      keys="F6"
      variant="default"
      leftSection={<IconUserPlus size={18} stroke={1.5} aria-hidden />}
      onClick={onEnrol}
    >
      {t('purchases.member.enrol')}
    </KeyButton>
  );
  return (
    <section className={classes.pane} aria-label={t('purchases.member.label')}>
      <MemberFinder input={input} text={text} onText={onText} onMember={onMember} nobodyAction={enrol} />
      {memberId ? (
        <ChosenMember memberId={memberId} onRemove={onRemove} />
      ) : (
        text.trim() === '' && (
          <div className={classes.none}>
            <p className={classes.title}>{t('purchases.member.none')}</p>
            <p className={classes.body}>{t('purchases.member.noneBody')}</p>
            {enrol}
          </div>
        )
      )}
    </section>
  );
}

interface ChosenMemberProps {
  readonly memberId: Id<'member'>;
  readonly onRemove: () => void;
}

function ChosenMember({ memberId, onRemove }: ChosenMemberProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const card = useQuery(trpc.members.card.queryOptions({ memberId }));
  const actions = (
    <div className={classes.actions}>
      <Link
        to="/members/$memberId"
        params={{ memberId }}
        className={classes.action}
        aria-label={t('purchases.member.open')}
      >
        <IconArrowUpRight size={18} stroke={1.5} aria-hidden />
      </Link>
      <button
        type="button"
        className={classes.action}
        aria-label={t('purchases.member.remove')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onRemove}
      >
        <IconX size={18} stroke={1.5} aria-hidden />
      </button>
    </div>
  );
  if (card.data)
    return (
      <>
        <MemberCardView card={card.data} actions={actions} />
        <TierProgress memberId={memberId} />
      </>
    );
  if (!card.error) return <LoadingState lines={3} />;
  return (
    <div role="alert" className={classes.none}>
      <p className={classes.title}>{errorWords(card.error).text}</p>
      <Button variant="default" h={44} onClick={onRemove}>
        {t('purchases.member.remove')}
      </Button>
    </div>
  );
}
