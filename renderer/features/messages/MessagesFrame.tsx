import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { Places } from '../../ui/Places.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';

interface MessagesFrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The outbox, the inbox, the notices and the templates, one beside the other; for those who may send. */
export function MessagesFrame({ actions, children }: MessagesFrameProps) {
  const { t } = useTranslation();
  const may = useMay('message.send');
  return (
    <Page fill title={t('messages.title')} actions={may && actions}>
      {may ? (
        <>
          <Places
            label={t('messages.places.label')}
            places={[
              { to: '/messages', words: t('messages.places.outbox') },
              { to: '/messages/inbox', words: t('messages.places.inbox') },
              { to: '/messages/notices', words: t('messages.places.notices') },
              { to: '/messages/templates', words: t('messages.places.templates') },
            ]}
          />
          {children}
        </>
      ) : (
        <NoPermission right="message.send" />
      )}
    </Page>
  );
}
