import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../../shared/contract/staff.contract.ts';
import { useTRPC } from '../../../lib/api.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { PinDialog } from './PinDialog.tsx';
import { StaffDialog } from './StaffDialog.tsx';
import { StaffTable } from './StaffTable.tsx';

/** Who works here: added, changed, given another PIN. For those who manage staff. */
export function StaffSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const staff = useQuery(trpc.staff.list.queryOptions());
  const [edited, setEdited] = useState<StaffRow | 'new' | null>(null);
  const [newPinOf, setNewPinOf] = useState<StaffRow | null>(null);
  return (
    <SettingsSection
      title={t('colleagues.title')}
      action={
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('colleagues.add')}
        </Button>
      }
    >
      {staff.error && <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />}
      {staff.isPending && <LoadingState lines={3} />}
      {staff.data && <StaffTable staff={staff.data} onEdit={setEdited} onNewPin={setNewPinOf} />}
      <StaffDialog person={edited} onClose={() => setEdited(null)} />
      <PinDialog person={newPinOf} onClose={() => setNewPinOf(null)} />
    </SettingsSection>
  );
}
