import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconBrightness, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export const THEMES = ['light', 'dark', 'auto'] as const;

/** Light, dark, or as the system; Mantine remembers the choice. */
export function ThemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          title={t('frame.theme.label')}
          aria-label={t('frame.theme.label')}
        >
          <IconBrightness size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('frame.theme.label')}>
        {THEMES.map((theme) => (
          <Menu.Item
            key={theme}
            rightSection={colorScheme === theme ? <IconCheck size={16} stroke={1.5} aria-hidden /> : undefined}
            onClick={() => setColorScheme(theme)}
          >
            {t(`frame.theme.${theme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
