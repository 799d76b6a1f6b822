import { IconUserSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { Finder } from '../finder/Finder.tsx';
import classes from './MemberFinder.module.css';
import { MemberSummary } from './MemberSummary.tsx';

interface MemberFinderProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onMember: (card: MemberCard) => void;
  /** Offered where nobody was found: a button that enrols. */
  readonly nobodyAction?: ReactNode;
}

/** Finds a member by phone, last four digits, card, name, pinyin or initials. One match: Enter takes it; several: choose. */
export function MemberFinder({ input, text, onText, onMember, nobodyAction }: MemberFinderProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [failure, setFailure] = useState<string | null>(null);
  const asked = text.trim();
  const find = (q: string) => trpc.members.find.queryOptions({ q, limit: 8 });
  const found = useQuery({ ...find(asked), enabled: asked !== '', placeholderData: keepPreviousData });
  const matches = asked === '' ? [] : (found.data?.matches ?? []);
  const nobody = asked !== '' && found.isSuccess && !found.isPlaceholderData && !matches.length;

  const take = (card: MemberCard) => {
    queries.setQueryData(trpc.members.card.queryKey({ memberId: card.memberId }), card);
    onText('');
    onMember(card);
  };
  const onEnter = async (typed: string) => {
    try {
      const { matches: all } = await queries.fetchQuery(find(typed.trim()));
      const [only] = all;
      if (only && all.length === 1) take(only);
      return all.length > 1 ? 'several' : 'settled';
    } catch (error) {
      setFailure(errorWords(error).text);
      return 'settled';
    }
  };

  return (
    <Finder
      label={t('memberCard.find')}
      placeholder={t('memberCard.findHint')}
      icon={<IconUserSearch size={18} stroke={1.5} aria-hidden />}
      input={input}
      text={text}
      onText={(next) => {
        setFailure(null);
        onText(next);
      }}
      found={matches}
      looking={found.isPlaceholderData}
      foundLabel={t('memberCard.results')}
      idOf={(card) => card.memberId}
      renderOption={(card) => <MemberSummary card={card} />}
      hint={t('memberCard.choose', { count: matches.length })}
      note={
        failure ??
        (nobody && (
          <div className={classes.nobody}>
            <p className={classes.title}>{t('memberCard.nobody', { q: asked })}</p>
            <p className={classes.help}>{t('memberCard.nobodyHelp')}</p>
            {nobodyAction}
          </div>
        ))
      }
      onChoose={take}
      onEnter={onEnter}
    />
  );
}
