import { Button, Checkbox, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CAMPAIGN_CHANNELS } from '../../../shared/campaigns/campaign.ts';
import { messageChannelsOf } from '../../../shared/campaigns/campaign-messages.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Channel } from '../../../shared/messages/message.ts';
import { useTRPC } from '../../lib/api.ts';
import type { CampaignDraft, WrongField } from './campaign-draft.ts';
import classes from './campaigns.module.css';

interface ChannelsStepProps {
  readonly draft: CampaignDraft;
  readonly onChange: (changes: Partial<CampaignDraft>) => void;
  readonly wrong: readonly WrongField[];
}

/** By what members hear of it, and the template of each message. */
export function ChannelsStep({ draft, onChange, wrong }: ChannelsStepProps) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox.Group
        label={t('campaigns.wizard.channels')}
        description={t('campaigns.wizard.channelsHelp')}
        value={draft.channels}
        error={wrong.includes('channels') ? t('campaigns.wizard.wrong.channels') : undefined}
        onChange={(channels) => onChange({ channels: CAMPAIGN_CHANNELS.filter((each) => channels.includes(each)) })}
      >
        <Stack gap="xs" my="xs">
          {CAMPAIGN_CHANNELS.map((channel, index) => (
            <Checkbox
              key={channel}
              value={channel}
              label={t(`campaigns.channel.${channel}`)}
              data-first={index === 0 || undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {messageChannelsOf(draft).map((channel) => (
        <TemplateChoice
          key={channel}
          channel={channel}
          chosen={draft.templates[channel]}
          isMissing={wrong.includes('templates') && draft.templates[channel] === null}
          onChoose={(templateId) => onChange({ templates: { ...draft.templates, [channel]: templateId } })}
        />
      ))}
    </>
  );
}

interface TemplateChoiceProps {
  readonly channel: Channel;
  readonly chosen: Id<'message-template'> | null;
  readonly isMissing: boolean;
  readonly onChoose: (templateId: Id<'message-template'> | null) => void;
}

/** One of the marketing templates of a channel; where there is none yet, the way to write one. */
function TemplateChoice({ channel, chosen, isMissing, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const found = useQuery(trpc.messages.templates.queryOptions());
  const fitting = (found.data ?? []).filter((one) => one.channel === channel && one.purpose === 'marketing');
  const text = fitting.find(({ templateId }) => templateId === chosen)?.text;
  if (found.data && fitting.length === 0)
    return (
      <p className={classes.notice} data-wrong={isMissing || undefined}>
        {t(`campaigns.wizard.noTemplate.${channel}`)}
        <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ to: '/messages/templates' })}>
          {t('campaigns.wizard.writeTemplate')}
        </Button>
      </p>
    );
  return (
    <div className={classes.short}>
      <Select
        label={t(`campaigns.wizard.template.${channel}`)}
        data={fitting.map(({ templateId, name }) => ({ value: templateId, label: name }))}
        value={fitting.some(({ templateId }) => templateId === chosen) ? chosen : null}
        onChange={(templateId) => onChoose(templateId as Id<'message-template'> | null)}
        allowDeselect={false}
        error={isMissing ? t('campaigns.wizard.wrong.templates') : undefined}
        description={t('campaigns.wizard.templateHelp')}
      />
      {text && <p className={classes.said}>{text}</p>}
    </div>
  );
}
