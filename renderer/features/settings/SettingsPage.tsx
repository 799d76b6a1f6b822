import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DefinitionList } from '../../ui/facts/DefinitionList.tsx';
import { Page } from '../../ui/Page.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { BackupsSection } from './backups/BackupsSection.tsx';
import { ChannelsSection } from './channels/ChannelsSection.tsx';
import { HeadquartersSection } from './headquarters/HeadquartersSection.tsx';
import { IdleLockSection } from './IdleLockSection.tsx';
import { LeaveSample } from './LeaveSample.tsx';
import { LookSettings } from './LookSettings.tsx';
import { MemberFieldsSection } from './member-fields/MemberFieldsSection.tsx';
import { NightlySection } from './nightly/NightlySection.tsx';
import { PrinterSection } from './PrinterSection.tsx';
import { ApiKeysSection } from './pos-api/ApiKeysSection.tsx';
import { PosApiSection } from './pos-api/PosApiSection.tsx';
import { ProgrammeSection } from './programme/ProgrammeSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { ScannerSection } from './scanner/ScannerSection.tsx';
import { StaffSection } from './staff/StaffSection.tsx';
import { TiersSection } from './tiers/TiersSection.tsx';
import { TillsSection } from './tills/TillsSection.tsx';
import { WithContents } from './WithContents.tsx';

/** Language and look; the store, its programme, staff and tills with all that hangs on them; the program; the sample. */
export function SettingsPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const store = useStoreFacts();
  const mayManageStaff = useMay('staff.manage');
  const status = useQuery(trpc.app.status.queryOptions());
  return (
    <Page title={t('settings.title')}>
      <WithContents label={t('settings.contents')}>
        <SettingsSection title={t('settings.look')}>
          <LookSettings />
        </SettingsSection>
        <SettingsSection title={t('settings.store')}>
          <DefinitionList
            facts={[
              { label: t('settings.name'), value: store.storeName },
              { label: t('settings.code'), value: store.storeCode },
              { label: t('settings.till'), value: store.tillCode },
              { label: t('settings.currency'), value: store.currency },
              { label: t('settings.zone'), value: store.zone },
              { label: t('settings.dayEnds'), value: format.clock(store.cutoverMinutes) },
            ]}
          />
        </SettingsSection>
        <ProgrammeSection />
        <TiersSection />
        <MemberFieldsSection />
        <NightlySection />
        {mayManageStaff && <StaffSection />}
        <IdleLockSection />
        <TillsSection />
        <PrinterSection />
        <ScannerSection />
        <ChannelsSection />
        <HeadquartersSection />
        <PosApiSection />
        <ApiKeysSection />
        <SettingsSection
          title={t('frame.shortcuts.title')}
          action={
            <Button component={Link} to="/settings/shortcuts" variant="default">
              {t('frame.shortcuts.all')}
            </Button>
          }
        >
          <Text c="dimmed">{t('frame.shortcuts.body')}</Text>
        </SettingsSection>
        <BackupsSection />
        <SettingsSection title={t('settings.program')}>
          {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
          {status.isPending && <LoadingState lines={2} />}
          {status.data && (
            <DefinitionList
              columns={1}
              facts={[
                { label: t('settings.version'), value: status.data.version },
                { label: t('settings.host'), value: t(`settings.hosts.${status.data.host}`) },
                { label: t('settings.folder'), value: status.data.dataFolder },
              ]}
            />
          )}
        </SettingsSection>
        {store.sample && (
          <SettingsSection title={t('settings.sample.title')}>
            <LeaveSample />
          </SettingsSection>
        )}
      </WithContents>
    </Page>
  );
}
