import { Button } from '@mantine/core';
import { IconTargetArrow, IconUserPlus, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useContext, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberExportColumn } from '../../../shared/contract/exports.contract.ts';
import type { MemberRow } from '../../../shared/contract/members.contract.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { TierNames } from '../../lib/tier-names.ts';
import { useFormat } from '../../lib/use-format.ts';
import { InterruptedBulk } from '../../ui/bulk/InterruptedBulk.tsx';
import { useFilters } from '../../ui/filters/use-filters.tsx';
import { ImportLink } from '../../ui/imports/ImportLink.tsx';
import { EnrolDialog } from '../../ui/members/EnrolDialog.tsx';
import { useMemberFilterTerms } from '../../ui/members/member-filter-terms.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useListLayout } from '../../ui/table/use-list-layout.ts';
import { useListView } from './list-view.ts';
import { MemberBulk } from './MemberBulk.tsx';
import { memberColumns } from './member-columns.tsx';

/** Everybody on file: searched, filtered, sorted; Enter opens one, F6 enrols another. */
export function MembersPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const format = useFormat();
  const tierNames = useContext(TierNames);
  const navigate = useNavigate();
  const mayRead = useMay('member.read');
  const mayEnrol = useMay('member.write');
  const mayMerge = useMay('member.merge');
  const mayMakeAudience = useMay('audience.write');
  const [enrolling, setEnrolling] = useState(false);
  const { q, where, sort, setQ, setWhere, setSort } = useListView();
  const { filters, controls } = useFilters('members', useMemberFilterTerms(), where, setWhere);
  const layout = useListLayout('members');
  const asked = useDeferredValue(q.trim());
  const own = useCustomFields();
  const columns = useMemo(() => memberColumns(t, format, tierNames, own), [t, format, tierNames, own]);
  const question = { q: asked, where: [...where], sort: sort.by, descending: sort.descending };
  const open = ({ memberId }: Pick<MemberRow, 'memberId'>) =>
    void navigate({ to: '/members/$memberId', params: { memberId } });

  useShortcuts(t('members.title'), [
    { keys: 'F6', label: t('members.list.enrol'), run: () => setEnrolling(true), when: mayEnrol },
  ]);

  const enrolButton = mayEnrol && (
    <Button
      onClick={() => setEnrolling(true)}
      leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />}
      aria-keyshortcuts="F6"
    >
      {t('members.list.enrol')}
    </Button>
  );
  return (
    <Page
      fill
      title={t('members.title')}
      actions={
        <>
          {mayMerge && (
            <Button
              variant="default"
              leftSection={<IconUsersGroup size={16} stroke={1.5} aria-hidden />}
              onClick={() => void navigate({ to: '/data-quality' })}
            >
              {t('quality.open')}
            </Button>
          )}
          <ImportLink target="members" />
          {enrolButton}
        </>
      }
    >
      <InterruptedBulk list="members" />
      {mayRead ? (
        <DataTable<MemberRow>
          label={t('members.title')}
          columns={columns}
          rowId={(row) => row.memberId}
          sort={sort}
          onSort={setSort}
          onOpen={open}
          layout={layout}
          search={{ value: q, asked, onChange: setQ, label: t('members.list.search') }}
          controls={
            <>
              {controls}
              {mayMakeAudience && where.length > 0 && (
                <Button
                  variant="default"
                  leftSection={<IconTargetArrow size={16} stroke={1.5} aria-hidden />}
                  onClick={() =>
                    void navigate({
                      to: '/audiences/$audienceId',
                      params: { audienceId: newId<'audience'>() },
                      search: { isNew: true, where: [...where] },
                    })
                  }
                >
                  {t('audiences.saveFilter')}
                </Button>
              )}
            </>
          }
          beginExport={({ columns: shown, ...terms }) =>
            client.exports.members.mutate({ ...question, ...terms, columns: shown as MemberExportColumn[] })
          }
          renderSelectionActions={(selected, clear) => (
            <MemberBulk selected={selected} question={question} onDone={clear} />
          )}
          filters={filters}
          empty={
            <EmptyState
              icon={<IconUsers size={24} stroke={1.5} aria-hidden />}
              title={t('members.list.empty')}
              body={t('members.list.emptyBody')}
              action={enrolButton}
            />
          }
          fetchWindow={(window) => trpc.members.list.queryOptions({ ...question, ...window })}
        />
      ) : (
        <NoPermission right="member.read" />
      )}
      <EnrolDialog
        opened={enrolling}
        onClose={() => setEnrolling(false)}
        onEnrolled={(card) => {
          setEnrolling(false);
          open(card);
        }}
      />
    </Page>
  );
}
