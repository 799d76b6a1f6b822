import { Anchor, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useGoodsNames } from '../goods-names.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

/** Some of the lists and segments that there are. One that was removed stays chosen until somebody takes it out. */
export function AudiencesArg({ label, draft, error, onChange }: ArgFieldProps<readonly string[]>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { nameOf, learn } = useGoodsNames();
  const known = useQuery(trpc.audiences.list.queryOptions({ limit: 200 })).data?.rows;
  // What is chosen is read back by its name.
  useEffect(() => {
    for (const { audienceId, name } of known ?? []) if (draft.includes(audienceId)) learn(audienceId, name);
  }, [known, draft, learn]);
  const gone = draft.filter((id) => known?.every(({ audienceId }) => audienceId !== id));
  const choices = [
    ...(known ?? []).map(({ audienceId, name }) => ({ value: audienceId as string, words: name })),
    ...gone.map((id) => ({ value: id, words: nameOf(id) ?? '…' })),
  ];
  return (
    <Checkbox.Group
      className={classes.wide}
      label={label}
      value={[...draft]}
      error={error}
      onChange={(chosen) => onChange(choices.map(({ value }) => value).filter((value) => chosen.includes(value)))}
    >
      <div className={classes.checks}>
        {choices.map(({ value, words }) => (
          <Checkbox key={value} value={value} label={words} aria-invalid={error !== undefined} />
        ))}
        {known?.length === 0 && (
          <p className={classes.help}>
            {t('promotions.form.noAudiences')}{' '}
            <Anchor component={Link} to="/audiences" size="xs">
              {t('audiences.title')}
            </Anchor>
          </p>
        )}
      </div>
    </Checkbox.Group>
  );
}
