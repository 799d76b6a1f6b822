import { Button, Menu, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListName } from '../../../shared/lists/layout.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { Dialog } from '../Dialog.tsx';
import { Form } from '../form/Form.tsx';
import { FormActions } from '../form/FormActions.tsx';
import { useForm } from '../form/use-form.ts';
import { offerUndo } from '../undo.tsx';
import type { Where } from './filter-terms.ts';

interface KeptFiltersProps {
  readonly list: ListName;
  readonly where: Where;
  readonly onApply: (where: Where) => void;
}

/** The filters that somebody kept under a name: applied, kept and deleted here. */
export function KeptFilters({ list, where, onApply }: KeptFiltersProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [keeping, setKeeping] = useState(false);
  const kept = useQuery(trpc.lists.filters.queryOptions({ list })).data ?? [];
  const refresh = () => queries.invalidateQueries(trpc.lists.filters.queryFilter({ list }));
  const keep = useMutation(trpc.lists.keepFilter.mutationOptions({ onSuccess: refresh }));
  const drop = useMutation(
    trpc.lists.dropFilter.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return (
    <>
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} stroke={1.5} aria-hidden />}>
            {t('filters.kept')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {kept.length === 0 && <Menu.Label>{t('filters.noneKept')}</Menu.Label>}
          {kept.map(({ filterId, name, conditions }) => (
            <Menu.Item key={filterId} onClick={() => onApply(conditions)}>
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconBookmarkPlus size={16} stroke={1.5} aria-hidden />}
            disabled={where.length === 0}
            onClick={() => setKeeping(true)}
          >
            {t('filters.keep')}
          </Menu.Item>
          {kept.map((filter) => (
            <Menu.Item
              key={filter.filterId}
              leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
              onClick={() => {
                drop.mutate({ filterId: filter.filterId });
                offerUndo({
                  text: t('filters.dropped', { name: filter.name }),
                  label: t('actions.undo'),
                  onUndo: () => keep.mutate({ ...filter, list }),
                });
              }}
            >
              {t('filters.drop', { name: filter.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={keeping} onClose={() => setKeeping(false)} title={t('filters.keepTitle')} escCloses={false}>
        <KeepForm
          onKeep={(name) => keep.mutateAsync({ filterId: newId<'list-filter'>(), list, name, conditions: [...where] })}
          onLeave={() => setKeeping(false)}
        />
      </Dialog>
    </>
  );
}

interface KeepFormProps {
  readonly onKeep: (name: string) => Promise<unknown>;
  readonly onLeave: () => void;
}

function KeepForm({ onKeep, onLeave }: KeepFormProps) {
  const { t } = useTranslation();
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => (name.trim() === '' ? { name: t('form.required') } : {}),
    save: async ({ name }) => {
      await onKeep(name.trim());
      notifications.show({ message: t('filters.keptNow', { name: name.trim() }) });
      onLeave();
    },
  });
  return (
    <Form form={form} label={t('filters.keepTitle')} onLeave={onLeave}>
      <TextInput
        label={t('filters.keepName')}
        description={t('filters.keepNameHelp')}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        {...form.field('name')}
      />
      <FormActions form={form} />
    </Form>
  );
}
