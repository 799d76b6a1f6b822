import { Button, Menu } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TIERS, type Tier } from '../../../shared/members/profile.ts';

interface TierMenuProps {
  readonly chosen: readonly Tier[];
  readonly onChange: (tiers: readonly Tier[]) => void;
}

/** Narrows the list to some tiers; any number of them. */
export function TierMenu({ chosen, onChange }: TierMenuProps) {
  const { t } = useTranslation();
  const put = (tier: Tier, wanted: boolean) =>
    onChange(TIERS.filter((each) => (each === tier ? wanted : chosen.includes(each))));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}>
          {t('members.list.tier')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TIERS.map((tier) => (
          <Menu.CheckboxItem key={tier} checked={chosen.includes(tier)} onChange={(wanted) => put(tier, wanted)}>
            {t(`members.tier.${tier}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
