import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';

/** How many are in an audience now. */
export function CountCell({ audienceId }: { readonly audienceId: Id<'audience'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const { data, isError } = useQuery(trpc.audiences.count.queryOptions({ audienceId }));
  if (data) return format.count(data.members);
  return isError ? (
    '–'
  ) : (
    <span role="status" aria-label={t('audiences.counting')}>
      …
    </span>
  );
}
