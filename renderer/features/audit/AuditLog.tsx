import { Button } from '@mantine/core';
import { IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../shared/contract/audit.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Page } from '../../ui/Page.tsx';
import { ReceiptDialog } from '../../ui/receipt/ReceiptDialog.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useListLayout } from '../../ui/table/use-list-layout.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { auditColumns } from './audit-columns.tsx';
import type { AuditView } from './audit-view.ts';
import { actionWords } from './audit-words.ts';
import { opensInto } from './opens-into.ts';
import { VerifyResult } from './VerifyResult.tsx';

/** The log, newest first; Enter opens the member or the receipt that an entry is about, Alt+V verifies the chain. */
export function AuditLog() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const maySeeMembers = useMay('member.read');
  const [view, setView] = useState<AuditView>({ action: null, person: null });
  const [receipt, setReceipt] = useState<Parameters<typeof ReceiptDialog>[0]['receipt']>(null);
  const own = useCustomFields();
  const columns = useMemo(
    () => auditColumns(t, format, new Map(own.map(({ fieldId, name }) => [fieldId, name]))),
    [t, format, own],
  );
  const layout = useListLayout('audit');
  const change = (changes: Partial<AuditView>) => setView((now) => ({ ...now, ...changes }));
  const verified = useQuery(trpc.audit.verify.queryOptions(undefined, { enabled: false, gcTime: 0 }));
  const verify = () => void verified.refetch();
  useShortcuts(t('audit.title'), [{ keys: 'Alt+V', label: t('audit.verify'), run: verify }]);

  const open = (row: AuditRow) => {
    const opened = opensInto(row);
    if (opened?.kind === 'member') void navigate({ to: '/members/$memberId', params: { memberId: opened.memberId } });
    if (opened?.kind === 'receipt') setReceipt(opened);
  };
  const { action, person } = view;
  const filters = [
    ...(action === null
      ? []
      : [
          {
            id: 'action',
            sentence: t('audit.actionIs', { action: actionWords(action, t) }),
            onRemove: () => change({ action: null }),
          },
        ]),
    ...(person === null
      ? []
      : [
          {
            id: 'person',
            sentence: t('audit.personIs', { name: person.name }),
            onRemove: () => change({ person: null }),
          },
        ]),
  ];
  return (
    <Page
      fill
      title={t('audit.title')}
      actions={
        <Button
          leftSection={<IconShieldCheck size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Alt+V"
          loading={verified.isFetching}
          onClick={verify}
        >
          {t('audit.verify')}
        </Button>
      }
    >
      {verified.error && <ErrorState error={verified.error} onRetry={verify} />}
      {verified.data && !verified.error && <VerifyResult {...verified.data} atMs={verified.dataUpdatedAt} />}
      <DataTable<AuditRow>
        label={t('audit.title')}
        columns={columns}
        rowId={(row) => row.entryId}
        {...(maySeeMembers ? { onOpen: open } : {})}
        controls={<AuditFilters view={view} onChange={change} />}
        layout={layout}
        filters={{ chips: filters, onClear: () => setView({ action: null, person: null }) }}
        empty={
          <EmptyState
            icon={<IconHistory size={24} stroke={1.5} aria-hidden />}
            title={t('audit.empty')}
            body={t('audit.emptyBody')}
          />
        }
        fetchWindow={(window) =>
          trpc.audit.list.queryOptions({ action: action ?? '', staffId: person?.staffId ?? null, ...window })
        }
      />
      <ReceiptDialog receipt={receipt} onClose={() => setReceipt(null)} />
    </Page>
  );
}
