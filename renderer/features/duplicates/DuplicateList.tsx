import { Button, Menu } from '@mantine/core';
import { IconChecks, IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroup } from '../../../shared/contract/quality.contract.ts';
import { BANDS, type Band } from '../../../shared/members/duplicates.ts';
import { useTRPC } from '../../lib/api.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { duplicateColumns } from './duplicate-columns.tsx';

/** Groups of members who may be one person, surest first; Enter opens one side by side. */
export function DuplicateList({ onOpen }: { readonly onOpen: (group: DuplicateGroup) => void }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const [band, setBand] = useState<Band | null>(null);
  const columns = useMemo(() => duplicateColumns(t, i18n.language), [t, i18n.language]);
  return (
    <DataTable<DuplicateGroup>
      label={t('quality.groups.label')}
      columns={columns}
      rowId={(row) => String(row.groupNo)}
      onOpen={onOpen}
      controls={
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}>
              {t('quality.groups.band')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.RadioGroup
              value={band ?? ''}
              onChange={(next) => setBand(BANDS.find((each) => each === next) ?? null)}
            >
              {BANDS.map((each) => (
                <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                  {t(`quality.band.${each}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
      }
      filters={{
        chips: band
          ? [
              {
                id: 'band',
                sentence: t('quality.groups.bandIs', { band: t(`quality.band.${band}`) }),
                onRemove: () => setBand(null),
              },
            ]
          : [],
        onClear: () => setBand(null),
      }}
      empty={
        <EmptyState
          icon={<IconChecks size={24} stroke={1.5} aria-hidden />}
          title={t('quality.groups.none')}
          body={t('quality.groups.noneBody')}
        />
      }
      fetchWindow={(window) => trpc.quality.groups.queryOptions({ band, ...window })}
    />
  );
}
