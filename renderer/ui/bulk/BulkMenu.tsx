import { Button, Menu } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';

interface BulkMenuProps<Kind extends string> {
  readonly acts: readonly { readonly kind: Kind; readonly words: string }[];
  readonly onChoose: (kind: Kind) => void;
}

/** What can be done with the selected rows. */
export function BulkMenu<Kind extends string>({ acts, onChoose }: BulkMenuProps<Kind>) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  useShortcuts(t('table.selection.label'), [{ keys: 'Alt+M', label: t('bulk.action'), run: () => setIsOpen(true) }]);
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="top-end" returnFocus>
      <Menu.Target>
        <Button size="xs" leftSection={<IconListCheck size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="Alt+M">
          {t('bulk.action')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ kind, words }) => (
          <Menu.Item key={kind} onClick={() => onChoose(kind)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
