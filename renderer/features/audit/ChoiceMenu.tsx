import { Button, Menu } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ChoiceMenuProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  /** Null: the list is not narrowed. */
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
}

/** Narrows the list to one of a few. */
export function ChoiceMenu({ label, choices, chosen, onChoose }: ChoiceMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.RadioGroup value={chosen ?? ''} onChange={(value) => onChoose(value === '' ? null : value)}>
          <Menu.RadioItem value="" closeMenuOnClick>
            {t('audit.any')}
          </Menu.RadioItem>
          {choices.map(({ value, words }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {words}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
