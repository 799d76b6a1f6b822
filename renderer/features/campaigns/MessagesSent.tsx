import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../../shared/contract/campaigns.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { reasonWords } from '../../ui/messages/reason-words.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { FactTable } from '../../ui/table/FactTable.tsx';
import classes from './campaigns.module.css';

/** How the messages of a campaign stand, a row a channel; nothing where it sends none. */
export function MessagesSent({ campaign }: { readonly campaign: CampaignView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const maySend = useMay('message.send');
  const { campaignId } = campaign;
  const found = useQuery(trpc.messages.ofCampaign.queryOptions({ campaignId }));
  const go = useMutation(trpc.campaigns.sendRest.mutationOptions());
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data ?? [];
  if (rows.length === 0) return null;
  const sendRest = async () => {
    try {
      const view = await go.mutateAsync({ campaignId });
      queries.setQueryData(trpc.campaigns.get.queryKey({ campaignId }), view);
    } catch (error) {
      notifications.show({ color: 'red', message: errorWords(error).text });
    }
  };
  const column = (
    id: 'waiting' | 'sent' | 'uncertain' | 'failed' | 'withheld',
    of: (row: (typeof rows)[number]) => number,
  ) =>
    ({
      id,
      header: t(`campaigns.messages.${id}`),
      cell: (row: (typeof rows)[number]) => format.count(of(row)),
      align: 'end',
    }) as const;
  return (
    <section className={classes.stack}>
      <h2 className={classes.heading}>{t('campaigns.messages.title')}</h2>
      {rows.some(({ isStopped }) => isStopped) && (
        <p className={classes.notice} role="status">
          {t('campaigns.messages.stopped')}
          {maySend && (
            <Button variant="subtle" size="compact-sm" loading={go.isPending} onClick={() => void sendRest()}>
              {t('campaigns.messages.sendRest')}
            </Button>
          )}
        </p>
      )}
      <FactTable
        label={t('campaigns.messages.title')}
        rows={rows}
        rowId={({ channel }) => channel}
        columns={[
          {
            id: 'channel',
            header: t('campaigns.messages.channel'),
            cell: ({ channel, templateName }) =>
              templateName
                ? t('campaigns.channelBy', { channel: t(`campaigns.channel.${channel}`), template: templateName })
                : t(`campaigns.channel.${channel}`),
            grow: true,
          },
          column('waiting', ({ ahead, queued }) => ahead + queued),
          column('sent', ({ sent }) => sent),
          column('uncertain', ({ uncertain }) => uncertain),
          column('failed', ({ failed }) => failed),
          column('withheld', ({ withheld }) => withheld),
        ]}
      />
      {rows
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ channel, reasons }) => (
          <p key={channel} className={classes.soft}>
            {t('campaigns.messages.why', {
              channel: t(`campaigns.channel.${channel}`),
              reasons: reasons
                .map(({ reason, messages }) =>
                  t('campaigns.messages.reason', { reason: reasonWords(reason, t), count: messages }),
                )
                .join(t('campaigns.messages.and')),
            })}
          </p>
        ))}
    </section>
  );
}
