import { Anchor } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceTerms } from '../../../shared/audiences/audience.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { TierBadge } from '../../ui/members/TierBadge.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { useSettled } from './use-settled.ts';
import classes from './WhoIsIn.module.css';

const PREVIEWED = 8;
/** So long after the last change it is counted again. */
const SETTLES_MS = 250;

interface WhoIsInProps {
  /** Null for a list that is not saved yet: nobody is in it. */
  readonly audienceId: Id<'audience'> | null;
  /** As the form has it. */
  readonly terms: AudienceTerms;
}

type Who = { readonly audienceId: Id<'audience'> } | { readonly segment: Extract<AudienceTerms, { kind: 'segment' }> };

/** Who would be in the audience now: how many, how many of them can be reached, and the first few. */
export function WhoIsIn({ audienceId, terms }: WhoIsInProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const titleId = useId();
  const text = JSON.stringify(terms);
  const settled = useSettled(text, SETTLES_MS);
  const who = useMemo((): Who | null => {
    const meant = JSON.parse(settled) as AudienceTerms;
    if (meant.kind === 'segment') return { segment: meant };
    return audienceId && { audienceId };
  }, [settled, audienceId]);
  const asked = { enabled: who !== null, placeholderData: keepPreviousData };
  const nobody = { segment: { kind: 'segment' as const, where: [], either: [] } };
  const count = useQuery({ ...trpc.audiences.count.queryOptions(who ?? nobody), ...asked });
  const preview = useQuery({
    ...trpc.audiences.preview.queryOptions({ who: who ?? nobody, limit: PREVIEWED }),
    ...asked,
  });
  const isOld = settled !== text || count.isPlaceholderData || count.isFetching;
  const { members = 0, ofMembers = 0, bySms = 0, byEmail = 0 } = (who && count.data) || {};
  const share = ofMembers > 0 ? Math.round((members * 10_000) / ofMembers) : 0;
  const where = audienceId
    ? [{ field: 'audience', is: 'any-of' as const, values: [audienceId] }]
    : terms.kind === 'segment' && terms.either.length === 0
      ? terms.where
      : null;
  if (count.error) return <ErrorState error={count.error} onRetry={() => void count.refetch()} />;
  if (who && !count.data) return <LoadingState />;
  return (
    <section className={classes.side} aria-labelledby={titleId}>
      <div className={classes.figures} data-old={isOld || undefined}>
        <h2 id={titleId} className={classes.title}>
          {t('audiences.now')}
        </h2>
        <p className={classes.count} role="status" aria-busy={isOld}>
          <strong>{t('audiences.members', { count: members })}</strong>{' '}
          <span className={classes.soft}>
            {isOld
              ? t('audiences.counting')
              : t('audiences.share', { total: format.count(ofMembers), share: format.percent(share) })}
          </span>
        </p>
        <dl className={classes.reach}>
          <div>
            <dt>{t('audiences.bySms')}</dt>
            <dd>{format.count(bySms)}</dd>
          </div>
          <div>
            <dt>{t('audiences.byEmail')}</dt>
            <dd>{format.count(byEmail)}</dd>
          </div>
        </dl>
        <p className={classes.help}>{t('audiences.reachHelp')}</p>
      </div>
      {who && preview.data && preview.data.rows.length > 0 && (
        <>
          <table className={classes.first}>
            <caption>{t('audiences.first', { count: preview.data.rows.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('members.name')}</th>
                <th scope="col">{t('members.phone')}</th>
                <th scope="col">{t('filters.members.tier')}</th>
                <th scope="col">{t('filters.members.lastVisit')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.data.rows.map(({ memberId, name, phoneMasked, tier, lastVisitDate }) => (
                <tr key={memberId}>
                  <td>
                    <Anchor component={Link} to="/members/$memberId" params={{ memberId } as never}>
                      {name ?? t('members.noName')}
                    </Anchor>
                  </td>
                  <td>{phoneMasked ?? '–'}</td>
                  <td>
                    <TierBadge tier={tier} />
                  </td>
                  <td>{lastVisitDate ? format.date(lastVisitDate) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {where && (
            <Anchor component={Link} to="/members" search={{ where } as never}>
              {t('audiences.showAll')}
            </Anchor>
          )}
        </>
      )}
      {who && !isOld && members === 0 && <p className={classes.soft}>{t('audiences.nobody')}</p>}
    </section>
  );
}
