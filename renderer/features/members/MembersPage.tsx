import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MEMBER_SORTS, MemberRow } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { EnrolDialog } from '../../ui/members/EnrolDialog.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useKeptView } from './kept-view.ts';
import { memberColumns } from './member-columns.tsx';
import { TierMenu } from './TierMenu.tsx';

type MemberSort = (typeof MEMBER_SORTS)[number];

/** Everybody on file: searched, narrowed to tiers, sorted; Enter opens one, F6 enrols another. */
export function MembersPage() {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const mayRead = useMay('member.read');
  const mayEnrol = useMay('member.write');
  const [enrolling, setEnrolling] = useState(false);
  const [{ q, tiers, sort }, change] = useKeptView();
  const asked = useDeferredValue(q.trim());
  const columns = useMemo(() => memberColumns(t, format), [t, format]);
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
  const tierWords = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(
    tiers.map((tier) => t(`members.tier.${tier}`)),
  );
  return (
    <Page fill title={t('members.title')} actions={enrolButton}>
      {mayRead ? (
        <DataTable<MemberRow>
          label={t('members.title')}
          columns={columns}
          rowId={(row) => row.memberId}
          sort={sort}
          onSort={(next) => change({ sort: next })}
          onOpen={open}
          search={{ value: q, onChange: (text) => change({ q: text }), label: t('members.list.search') }}
          controls={<TierMenu chosen={tiers} onChange={(chosen) => change({ tiers: chosen })} />}
          filters={
            tiers.length === 0
              ? []
              : [
                  {
                    id: 'tier',
                    sentence: t('members.list.tierIs', { tiers: tierWords }),
                    onRemove: () => change({ tiers: [] }),
                  },
                ]
          }
          empty={
            <EmptyState
              icon={<IconUsers size={24} stroke={1.5} aria-hidden />}
              title={t('members.list.empty')}
              body={t('members.list.emptyBody')}
              action={enrolButton}
            />
          }
          fetchWindow={(window) =>
            trpc.members.list.queryOptions({
              q: asked,
              tiers: [...tiers],
              sort: sort.by as MemberSort,
              descending: sort.descending,
              ...window,
            })
          }
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
