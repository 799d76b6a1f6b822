import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconForms } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomField, MOST_FIELDS } from '../../../../shared/members/custom-fields.ts';
import { useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { offerUndo } from '../../../ui/undo.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import { FieldTable } from './FieldTable.tsx';

/** What the store asks of its members beside what everybody does. For those who may change it. */
export function MemberFieldsSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const may = useMay('settings.write');
  const { data, error, isPending, refetch } = useQuery({ ...trpc.memberFields.list.queryOptions(), enabled: may });
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  const onError = (failed: unknown) => notifications.show({ color: 'red', message: errorWords(failed).text });
  const retire = useMutation(trpc.memberFields.retire.mutationOptions({ onError }));
  const arrange = useMutation(trpc.memberFields.arrange.mutationOptions({ onError }));
  if (!may) return null;

  const fields = data ?? [];
  const isFull = fields.filter(({ retired }) => !retired).length >= MOST_FIELDS;
  const setRetired = async ({ fieldId, name }: CustomField, retired: boolean) => {
    await retire.mutateAsync({ fieldId, retired }).then(
      () =>
        retired
          ? offerUndo({
              text: t('memberFields.retiredNow', { name }),
              label: t('actions.undo'),
              onUndo: () => retire.mutate({ fieldId, retired: false }),
            })
          : notifications.show({ message: t('memberFields.restoredNow', { name }) }),
      () => undefined,
    );
  };
  const move = ({ fieldId, name }: CustomField, step: -1 | 1) => {
    const ids = fields.map((field) => field.fieldId);
    const place = ids.indexOf(fieldId) + step;
    const fieldIds = ids.filter((id) => id !== fieldId).toSpliced(place, 0, fieldId);
    arrange.mutate(
      { fieldIds },
      { onSuccess: () => notifications.show({ message: t('memberFields.moved', { name, place: place + 1 }) }) },
    );
  };
  return (
    <SettingsSection
      title={t('memberFields.title')}
      action={
        <Button
          variant="default"
          leftSection={<IconForms size={16} stroke={1.5} aria-hidden />}
          disabled={!data || isFull}
          onClick={() => setEdited('new')}
        >
          {t('memberFields.add')}
        </Button>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingState lines={2} />}
      {data && (
        <>
          <Text c="dimmed" mb="xs">
            {t(data.length === 0 ? 'memberFields.none' : 'memberFields.body')}
          </Text>
          {isFull && <Text>{t('memberFields.full', { most: MOST_FIELDS })}</Text>}
          {data.length > 0 && (
            <FieldTable
              fields={data}
              onChange={setEdited}
              onRetire={(field) => void setRetired(field, !field.retired)}
              onMove={move}
            />
          )}
          <FieldDialog field={edited} fields={data} onClose={() => setEdited(null)} />
        </>
      )}
    </SettingsSection>
  );
}
