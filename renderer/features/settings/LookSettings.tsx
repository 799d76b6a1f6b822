import { Group, SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, languageOf, switchLanguage } from '../../lib/i18n.ts';
import classes from './LookSettings.module.css';

const THEMES = ['light', 'dark', 'auto'] as const;

export function LookSettings() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group align="flex-start" gap="xl">
      <Select
        w={240}
        label={t('frame.language')}
        description={t('settings.languageHelp')}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        value={i18n.language}
        onChange={(language) => language && void switchLanguage(languageOf(language))}
      />
      <fieldset className={classes.field}>
        <legend className={classes.label}>{t('frame.theme.label')}</legend>
        <SegmentedControl
          data={THEMES.map((theme) => ({ value: theme, label: t(`frame.theme.${theme}`) }))}
          value={colorScheme}
          onChange={(theme) => setColorScheme(theme as (typeof THEMES)[number])}
        />
      </fieldset>
    </Group>
  );
}
