import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../shared/imports/targets.ts';
import { useMay } from '../../lib/signed-in.ts';

/** From a list to the import of what it lists; only for those who may. */
export function ImportLink({ target }: { readonly target: Target }) {
  const { t } = useTranslation();
  if (!useMay('import.run')) return null;
  return (
    <Button
      component={Link}
      to={`/imports/new/${target}`}
      variant="default"
      leftSection={<IconFileImport size={16} stroke={1.5} aria-hidden />}
    >
      {t('imports.fromHere')}
    </Button>
  );
}
