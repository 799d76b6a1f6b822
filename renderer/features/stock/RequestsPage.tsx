import { Button } from '@mantine/core';
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { requestsContract } from '../../../shared/contract/requests.contract.ts';
import { REQUEST_STATES, type RequestState } from '../../../shared/requests/request.facts.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Choices } from '../../ui/Choices.tsx';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { RequestDialog } from '../../ui/requests/RequestDialog.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { RequestGroupDialog } from './RequestGroupDialog.tsx';
import { StockFrame } from './StockFrame.tsx';
import classes from './ToOrderPage.module.css';

export type RequestGroup = z.infer<typeof requestsContract.list.output>['groups'][number];

/** What customers asked for in vain, by what it was; Enter shows who asked and how far it has come. */
export function RequestsPage() {
  const { t } = useTranslation();
  const mayNote = useMay('request.note');
  const [noting, setNoting] = useState(false);
  const note = () => setNoting(true);
  useShortcuts(t('requests.list'), [{ keys: 'F6', label: t('requests.action'), run: note, when: mayNote }]);
  const noteButton = mayNote && (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={note}>
      {t('requests.action')}
    </Button>
  );
  return (
    <StockFrame actions={noteButton}>
      <RequestList />
      {noting && <RequestDialog onClose={() => setNoting(false)} />}
    </StockFrame>
  );
}

const groupColumns = (t: TFunction, format: Format): readonly FactColumn<RequestGroup>[] => [
  { id: 'what', header: t('requests.column.what'), cell: (group) => group.text, opens: true, grow: true },
  {
    id: 'waiting',
    header: t('requests.column.waiting'),
    cell: (group) => (group.waiting === 0 ? '–' : t('requests.waiting', { count: group.waiting })),
  },
  {
    id: 'last',
    header: t('requests.column.lastAsked'),
    cell: (group) => <RelativeTime atMs={group.lastAskedAtMs} />,
  },
  {
    id: 'on-hand',
    header: t('requests.column.onHand'),
    cell: (group) => (group.onHandThousandths === null ? '–' : format.quantity(group.onHandThousandths)),
    align: 'end',
  },
  {
    id: 'quantity',
    header: t('requests.column.quantity'),
    cell: (group) => format.quantity(group.askedThousandths),
    align: 'end',
  },
  {
    id: 'times',
    header: t('requests.column.times'),
    cell: (group) => <strong>{format.count(group.requests.length)}</strong>,
    align: 'end',
  },
];

function RequestList() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const mayRead = useMay('stock.read');
  const [state, setState] = useState<RequestState>('open');
  const [opened, setOpened] = useState<RequestGroup | null>(null);
  const list = useQuery({
    ...trpc.requests.list.queryOptions({ state }, { enabled: mayRead }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => groupColumns(t, format), [t, format]);
  return (
    <>
      <div className={classes.bar}>
        <Choices
          label={t('requests.states')}
          chosen={state}
          onChoose={setState}
          choices={REQUEST_STATES.map((value) => ({
            value,
            words: t(`requests.state.${value}`),
            count: list.data?.counts[value],
          }))}
        />
      </div>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <LoadingState />
      ) : list.data.groups.length === 0 ? (
        <EmptyState
          icon={<IconMessageQuestion size={24} stroke={1.5} aria-hidden />}
          title={t(`requests.empty.${state}`)}
          body={t('requests.emptyBody')}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
        <section className={classes.scroll} aria-label={t('requests.list')} tabIndex={0}>
          <FactTable
            label={t('requests.list')}
            columns={columns}
            rows={list.data.groups}
            rowId={(group) => group.key}
            onOpen={setOpened}
          />
        </section>
      )}
      {opened && <RequestGroupDialog group={opened} state={state} onClose={() => setOpened(null)} />}
    </>
  );
}
