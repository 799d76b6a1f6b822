import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useFailedAct } from '../../lib/failed-act.ts';

interface ImportAct {
  readonly run: () => void;
  readonly isRunning: boolean;
  /** Why it did not happen, in words. */
  readonly error: string | null;
}

/** An act on an import that takes nothing but its id; each is safe to repeat. */
export function useImportAct<Failure, Context>(
  importId: Id<'import'>,
  options: UseMutationOptions<null, Failure, { importId: Id<'import'> }, Context>,
  onDone: () => void = () => {},
): ImportAct {
  const { t } = useTranslation();
  const words = useFailedAct(t('imports.unsure'));
  const act = useMutation(options);
  return {
    run: () => act.mutate({ importId }, { onSuccess: onDone }),
    isRunning: act.isPending,
    error: act.error ? words(act.error).text : null,
  };
}
