import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberTier } from '../../../shared/contract/tiers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Tier } from '../../../shared/members/profile.ts';
import { useTRPC } from '../../lib/api.ts';
import { basisWords, missingWords } from '../../lib/ladder-words.ts';
import { useTierName } from '../../lib/tier-names.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './TierProgress.module.css';

interface TierProgressProps {
  readonly memberId: Id<'member'>;
  /** Also since when and why, and what keeps the tier: for the member's page. */
  readonly whole?: boolean;
}

/** How far a member is on the ladder, in a line and a bar. Nothing where tiers are given by hand. */
export function TierProgress({ memberId, whole = false }: TierProgressProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.tiers.ofMember.queryOptions({ memberId }));
  if (!data || (!data.progress && !(whole && data.last))) return null;
  return (
    <div className={classes.tier} data-whole={whole || undefined}>
      {whole && <Since {...data} />}
      {whole && <Keep {...data} />}
      <Next {...data} />
    </div>
  );
}

function Since({ tier, last }: MemberTier) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTierName();
  if (!last) return null;
  const value = last.basisValue !== null && basisWords(last.basis, last.basisValue, t, format);
  return (
    <p className={classes.part}>
      {t('tiers.since', { tier: nameOf(tier), date: format.date(last.on) })}
      <span className={classes.soft}>
        {[t(`members.tiers.reason.${last.reason}`), value].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}

function Keep({ tier, last, progress }: MemberTier) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTierName();
  const keep = progress?.keep;
  if (!progress || !keep) return null;
  const words =
    keep.missing > 0
      ? t('tiers.progress.keep', {
          amount: missingWords(progress.basis, keep.missing, t, format),
          tier: nameOf(tier),
          date: format.date(keep.by),
        })
      : t('tiers.progress.kept', { tier: nameOf(tier), date: format.date(last?.endsOn ?? keep.by) });
  return <Bar words={words} label={t('tiers.progress.keepLabel', { tier: nameOf(tier) })} of={keep} />;
}

function Next({ progress }: MemberTier) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTierName();
  const next = progress?.next;
  if (!progress || !next) return null;
  const tier: Tier = next.tier;
  const amount = missingWords(progress.basis, next.missing, t, format);
  const words =
    next.by === null
      ? t('tiers.progress.next', { amount, tier: nameOf(tier) })
      : t('tiers.progress.nextBy', { amount, tier: nameOf(tier), date: format.date(next.by) });
  return (
    <Bar
      words={words}
      label={t('tiers.progress.label', { tier: nameOf(tier) })}
      of={{ value: progress.value, threshold: next.threshold }}
    />
  );
}

interface BarProps {
  readonly words: string;
  readonly label: string;
  readonly of: { readonly value: number; readonly threshold: number };
}

function Bar({ words, label, of: { value, threshold } }: BarProps) {
  return (
    <div className={classes.part}>
      <span>{words}</span>
      <Progress
        aria-label={label}
        size="sm"
        value={Math.min(100, Math.max(0, Math.floor((value / threshold) * 100)))}
      />
    </div>
  );
}
