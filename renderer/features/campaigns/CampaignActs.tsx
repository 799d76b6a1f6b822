import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../../shared/contract/campaigns.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './campaigns.module.css';

type Next = 'approve' | 'live' | 'resume' | 'paused' | 'ended';

/** What can be done next, in the order of a campaign's life. */
function nextOf({ state, freeze, isOwn }: CampaignView): Next | 'stop' | null {
  if (!isOwn || state === 'ended') return null;
  if (freeze === 'freezing') return 'stop';
  return ({ draft: 'approve', approved: 'live', live: 'paused', paused: 'resume' } as const)[state];
}

interface CampaignActsProps {
  readonly campaign: CampaignView;
  /** Null where there are no figures yet. */
  readonly onExcel: (() => void) | null;
}

/** What can be done with a campaign: approved, taken live, paused, ended, changed, thrown away. */
export function CampaignActs({ campaign, onExcel }: CampaignActsProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const mayApprove = useMay('campaign.approve');
  const [asking, setAsking] = useState<Next | null>(null);
  const [opened, setOpened] = useState(false);
  const approve = useMutation(trpc.campaigns.approve.mutationOptions());
  const setState = useMutation(trpc.campaigns.setState.mutationOptions());
  const stop = useMutation(trpc.campaigns.stopFreeze.mutationOptions());
  const remove = useMutation(trpc.campaigns.remove.mutationOptions());
  const { campaignId, version: basedOn, state, treated, control, freeze } = campaign;
  const { name } = campaign.terms;
  const next = nextOf(campaign);
  const canDo = next !== null && (next !== 'approve' || mayApprove);
  const isPlan = (state === 'draft' || state === 'approved') && treated + control === 0 && freeze === 'none';

  const failed = (error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text });
  const take = (view: CampaignView) => queries.setQueryData(trpc.campaigns.get.queryKey({ campaignId }), view);
  const act = async (what: Next) => {
    try {
      take(
        what === 'approve'
          ? await approve.mutateAsync({ campaignId, basedOn })
          : await setState.mutateAsync({ campaignId, basedOn, state: what === 'resume' ? 'live' : what }),
      );
      notifications.show({ message: t(`campaigns.act.${what}Done`, { name }) });
    } catch (error) {
      failed(error);
    }
    setAsking(null);
  };
  const begin = () => {
    if (next === 'stop') void stop.mutateAsync({ campaignId }).then(take).catch(failed);
    else if (next) setAsking(next);
  };
  const throwAway = async () => {
    try {
      await remove.mutateAsync({ campaignId });
      await navigate({ to: '/campaigns' });
      notifications.show({ message: t('campaigns.act.removed', { name }) });
    } catch (error) {
      failed(error);
    }
  };
  const edit = () => void navigate({ to: '/campaigns/$campaignId', params: { campaignId }, search: { edit: true } });
  useShortcuts(t('campaigns.page.plan'), [
    { keys: 'F12', label: t('campaigns.act.next'), run: begin, when: canDo },
    { keys: 'Alt+E', label: t('campaigns.act.edit'), run: edit, when: isPlan },
    { keys: 'Alt+M', label: t('campaigns.act.more'), run: () => setOpened(true) },
  ]);
  const mayEnd = campaign.isOwn && (state === 'live' || state === 'paused');
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDots size={16} stroke={1.5} aria-hidden />}
            aria-keyshortcuts="Alt+M"
          >
            {t('campaigns.act.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => window.print()}>{t('campaigns.act.print')}</Menu.Item>
          {onExcel && (
            <Menu.Item onClick={onExcel} aria-keyshortcuts="Alt+X">
              {t('campaigns.act.excel')}
            </Menu.Item>
          )}
          {mayEnd && <Menu.Item onClick={() => setAsking('ended')}>{t('campaigns.act.ended')}…</Menu.Item>}
          {state === 'draft' && isPlan && (
            <Menu.Item color="red" onClick={() => void throwAway()}>
              {t('campaigns.act.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isPlan && (
        <Button variant="default" aria-keyshortcuts="Alt+E" onClick={edit}>
          {t('campaigns.act.edit')}
        </Button>
      )}
      {canDo && next && (
        <KeyButton keys="F12" h={36} onClick={begin} loading={stop.isPending}>
          {t(`campaigns.act.${next}`)}
        </KeyButton>
      )}
      <Dialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`campaigns.act.${asking}Title`, { name }) : ''}
      >
        {asking && (
          <div className={classes.stack}>
            <p>{t(`campaigns.act.${asking}Body`)}</p>
            <div className={classes.feet}>
              <Button
                variant="default"
                onClick={() => setAsking(null)}
                data-autofocus={asking === 'ended' || undefined}
              >
                {t('actions.cancel')}
              </Button>
              <Button
                {...(asking === 'ended' ? { color: 'red' } : {})}
                loading={approve.isPending || setState.isPending}
                onClick={() => void act(asking)}
                data-autofocus={asking !== 'ended' || undefined}
              >
                {t(`campaigns.act.${asking}`)}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
    </>
  );
}
