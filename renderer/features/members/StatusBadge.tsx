import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MemberStatus } from '../../../shared/members/profile.ts';

/** Says what stands out: an active member needs no words. */
export function StatusBadge({ status }: { readonly status: MemberStatus }) {
  const { t } = useTranslation();
  if (status === 'active') return null;
  return (
    <Badge variant="light" color="amber" size="sm" radius="sm" tt="none">
      {t(`members.status.${status}`)}
    </Badge>
  );
}
