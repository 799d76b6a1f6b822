import { Button, Menu } from '@mantine/core';
import { IconColumns3, IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, shown, shownColumns } from './arrange.ts';
import { columnId, columnWords, type ListColumn } from './columns.ts';

interface ColumnChooserProps<Row extends object> {
  readonly columns: readonly ListColumn<Row>[];
  readonly layout: Arrangement;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onArrange: (layout: Arrangement) => void;
  /** As it comes; undefined while it is. */
  readonly onReset: (() => void) | undefined;
}

/** Which columns are in sight. */
export function ColumnChooser<Row extends object>(props: ColumnChooserProps<Row>) {
  const { columns, layout, opened, onOpened, onArrange, onReset } = props;
  const { t } = useTranslation();
  const words = new Map(columns.map((column) => [columnId(column), columnWords(column)]));
  const lonely = shownColumns(layout).length === 1;
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-end" closeOnItemClick={false} returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconColumns3 size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Alt+C"
        >
          {t('table.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {layout.order.map((id) => {
          const inSight = !layout.hidden.includes(id);
          return (
            <Menu.CheckboxItem
              key={id}
              checked={inSight}
              disabled={inSight && lonely}
              onChange={(wanted) => onArrange(shown(layout, id, wanted))}
            >
              {words.get(id)}
            </Menu.CheckboxItem>
          );
        })}
        <Menu.Divider />
        <Menu.Item
          disabled={!onReset}
          closeMenuOnClick
          leftSection={<IconRestore size={16} stroke={1.5} aria-hidden />}
          onClick={onReset}
        >
          {t('table.resetLayout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
