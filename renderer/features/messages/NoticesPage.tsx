import { Button, Group, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticesView } from '../../../shared/contract/messages.contract.ts';
import { MESSAGE_LANGUAGES, type MessageLanguage } from '../../../shared/messages/message.ts';
import { CHANNELS_OF_WAY, NOTICE_KINDS, type NoticeKind } from '../../../shared/messages/notice.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { MessagesFrame } from './MessagesFrame.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';
import classes from './TemplateTable.module.css';

/** What members are told of by themselves: which notices are sent, how, and what they say. */
export function NoticesPage() {
  return (
    <MessagesFrame>
      <Notices />
    </MessagesFrame>
  );
}

function Notices() {
  const trpc = useTRPC();
  const notices = useQuery(trpc.messages.notices.queryOptions());
  const [editing, setEditing] = useState<NoticeKind | null>(null);
  if (notices.error) return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />;
  if (!notices.data) return <LoadingState lines={7} />;
  return (
    <>
      <LanguageOfNotices notices={notices.data} />
      <NoticeTable notices={notices.data} onEdit={setEditing} />
      {editing && <NoticeDialog kind={editing} notices={notices.data} onClose={() => setEditing(null)} />}
    </>
  );
}

function LanguageOfNotices({ notices: { version, settings } }: { readonly notices: NoticesView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const save = useMutation(
    trpc.messages.saveNotices.mutationOptions({
      onSuccess: ({ settings: { language } }) =>
        void notifications.show({
          message: t('messages.notices.languageSaved', { language: t(`messages.language.${language}`) }),
        }),
      onError: (error) => void notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return (
    <Group justify="space-between" align="center" wrap="nowrap" gap="xl" mb="sm">
      <Text c="dimmed" maw={760}>
        {t('messages.notices.help')}
      </Text>
      <Select
        label={t('messages.notices.language')}
        data={MESSAGE_LANGUAGES.map((value) => ({ value, label: t(`messages.language.${value}`) }))}
        allowDeselect={false}
        w={160}
        flex="none"
        disabled={save.isPending}
        value={settings.language}
        onChange={(language) =>
          language &&
          save.mutate({ basedOn: version, settings: { ...settings, language: language as MessageLanguage } })
        }
      />
    </Group>
  );
}

interface NoticeTableProps {
  readonly notices: NoticesView;
  readonly onEdit: (kind: NoticeKind) => void;
}

function NoticeTable({ notices: { settings, channels }, onEdit }: NoticeTableProps) {
  const { t } = useTranslation();
  const { language, expiryDays, notices } = settings;
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('messages.places.notices')}>
        <thead>
          <tr>
            <th scope="col" className={classes.kind}>
              {t('messages.notices.column.kind')}
            </th>
            <th scope="col" className={classes.when}>
              {t('messages.notices.column.when')}
            </th>
            <th scope="col" className={classes.by}>
              {t('messages.notices.column.by')}
            </th>
            <th scope="col">{t('messages.notices.column.text')}</th>
            <td className={classes.act} />
          </tr>
        </thead>
        <tbody>
          {NOTICE_KINDS.map((kind) => {
            const { by, words } = notices[kind];
            const ways = CHANNELS_OF_WAY[by];
            const isSent = ways.some((channel) => channels[channel]);
            const text = words[language][ways.includes('sms') || ways.length === 0 ? 'sms' : 'subject'];
            const name = t(`messages.notices.kind.${kind}`);
            const when = t(`messages.notices.when.${kind}`, { days: expiryDays });
            return (
              <tr key={kind} data-off={!isSent || undefined}>
                <th scope="row">{name}</th>
                <td title={when}>{when}</td>
                <td>
                  {t(`messages.notices.by.${by}`)}
                  {ways.length > 0 && !isSent && ` · ${t('messages.channels.state.off')}`}
                </td>
                <td title={text}>{text}</td>
                <td className={classes.act}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('messages.notices.edit', { name })}
                    onClick={() => onEdit(kind)}
                  >
                    {t('actions.edit')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
