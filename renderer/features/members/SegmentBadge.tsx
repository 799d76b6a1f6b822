import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';

/** The segment of a member by the last reckoning; nothing for who never bought, or does not want purchases looked at. */
export function SegmentBadge({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t } = useTranslation();
  const { data } = useQuery(useTRPC().analysis.ofMember.queryOptions({ memberId }));
  if (!data) return null;
  const { r, f, m, segment } = data;
  return (
    <Badge variant="light" color="gray" radius="sm" tt="none" title={t('value.ofMember', { code: `${r}${f}${m}` })}>
      {t(`value.segment.${segment}`)}
    </Badge>
  );
}
