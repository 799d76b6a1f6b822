import { Button, Tooltip } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import classes from './Identity.module.css';
import { phoneGroups } from './phone-groups.ts';

/** The phone number: masked, until somebody with the right asks for it. Says that asking is kept in the log. */
export function PhoneShown({ card: { memberId, phoneMasked } }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const mayUnmask = useMay('member.unmask');
  const number = useRef<HTMLSpanElement>(null);
  const unmask = useMutation(trpc.members.unmaskPhone.mutationOptions());
  if (phoneMasked === null) return <span>{t('members.noPhone')}</span>;
  const phone = unmask.data?.phone;
  return (
    <span className={classes.phone}>
      <span ref={number} tabIndex={-1} className={classes.number}>
        {phone ? phoneGroups(phone) : phoneMasked}
      </span>
      {mayUnmask && !phone && (
        <Tooltip label={t('members.page.showHint')} events={{ hover: true, focus: true, touch: true }}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconEye size={16} stroke={1.5} aria-hidden />}
            loading={unmask.isPending}
            // The button goes away; the focus goes to what it showed.
            onClick={() => unmask.mutate({ memberId }, { onSuccess: () => number.current?.focus() })}
          >
            {t('members.page.show')}
          </Button>
        </Tooltip>
      )}
      <span role="status" className={classes.hint}>
        {phone && t('members.page.shown')}
        {unmask.error && errorWords(unmask.error).text}
      </span>
    </span>
  );
}
