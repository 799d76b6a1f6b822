import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { REQUEST_STATES, type RequestState } from '../../../shared/requests/request.facts.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { offerUndo } from '../../ui/undo.tsx';
import classes from './RequestGroupDialog.module.css';
import type { RequestGroup } from './RequestsPage.tsx';

interface RequestGroupDialogProps {
  readonly group: RequestGroup;
  readonly state: RequestState;
  readonly onClose: () => void;
}

/** Who asked for it and who waits, and how far it has come. A mark can be undone. */
export function RequestGroupDialog({ group, state, onClose }: RequestGroupDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const errorWords = useErrorWords();
  const mayMark = useMay('request.note');
  const mayOpenMembers = useMay('member.read');
  const requestIds = group.requests.slice(0, 500).map(({ requestId }) => requestId);
  const marking = useMutation(
    trpc.requests.mark.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  const send = (next: RequestState) =>
    marking.mutateAsync({ markId: newId<'request-mark'>(), state: next, requestIds });
  const mark = (next: RequestState) =>
    void send(next).then(
      () => {
        offerUndo({
          text: t(`requests.marked.${next}`, { text: group.text }),
          label: t('requests.undo'),
          onUndo: () => void send(state).catch(() => undefined),
        });
        onClose();
      },
      () => undefined,
    );
  return (
    <Dialog opened onClose={onClose} title={group.text} size={640}>
      <ul className={classes.asked}>
        {group.requests.map((request) => {
          const { member } = request;
          const name = member && (member.name ?? member.phoneMasked ?? t('members.noName'));
          return (
            <li key={request.requestId} className={classes.request}>
              <span className={classes.when}>{format.dateTime(request.atMs)}</span>
              <span className={classes.who}>
                {member === null ? (
                  <span className={classes.soft}>{t('requests.nobody')}</span>
                ) : mayOpenMembers ? (
                  <Link to="/members/$memberId" params={{ memberId: member.memberId }} className={classes.member}>
                    {name} {member.name && member.phoneMasked}
                  </Link>
                ) : (
                  name
                )}
                {request.waits && <span className={classes.waits}>{t('requests.wantsToKnow')}</span>}
                {request.note && <span className={classes.note}>{request.note}</span>}
              </span>
              <span className={classes.soft}>
                {request.quantityThousandths !== null && format.quantity(request.quantityThousandths)}
              </span>
              <span className={classes.soft}>{request.staffName}</span>
            </li>
          );
        })}
      </ul>
      <Group justify="flex-end" gap="sm" mt="lg">
        {group.productId && (
          <Link
            to="/stock/products/$productId"
            params={{ productId: group.productId }}
            className={`${classes.member} ${classes.stock}`}
          >
            {t('requests.openStock')}
          </Link>
        )}
        {mayMark &&
          REQUEST_STATES.filter((each) => each !== state).map((each, index) => (
            <Button
              key={each}
              variant={index === 0 ? 'default' : 'filled'}
              loading={marking.isPending}
              data-autofocus={index === 1 || undefined}
              onClick={() => mark(each)}
            >
              {t(`requests.mark.${each}`)}
            </Button>
          ))}
      </Group>
    </Dialog>
  );
}
