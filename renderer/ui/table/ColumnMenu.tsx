import { Menu } from '@mantine/core';
import {
  IconArrowBarToLeft,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
  IconRulerMeasure,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../shortcuts/Keys.tsx';
import { type Arrangement, moved, pin, resized, shown, shownColumns, unsized } from './arrange.ts';
import classes from './ColumnMenu.module.css';
import type { HeadColumn } from './HeaderCell.tsx';

export interface MenuPlace {
  readonly column: HeadColumn;
  readonly widthPx: number;
  readonly leftPx: number;
}

interface ColumnMenuProps {
  /** Null while closed. */
  readonly place: MenuPlace | null;
  readonly layout: Arrangement;
  readonly onArrange: (layout: Arrangement) => void;
  readonly onSort: ((descending: boolean) => void) | undefined;
  readonly onClose: () => void;
}

/** A width that a key press changes by. */
export const STEP_PX = 16;

const item = (label: string, Icon: typeof IconPin, act: () => void, keys?: string, disabled = false): ReactNode => (
  <Menu.Item
    leftSection={<Icon size={16} stroke={1.5} aria-hidden />}
    rightSection={keys && <Keys keys={keys} />}
    disabled={disabled}
    onClick={act}
  >
    {label}
  </Menu.Item>
);

/** Everything that can be done to a column, under its head. */
export function ColumnMenu({ place, layout, onArrange, onSort, onClose }: ColumnMenuProps) {
  const { t } = useTranslation();
  if (!place) return null;
  const { column, widthPx, leftPx } = place;
  const { id, words } = column;
  const isPinned = layout.pinned.includes(id);
  const row = shownColumns(layout).filter((each) => layout.pinned.includes(each) === isPinned);
  const arrange = (change: Arrangement) => () => onArrange(change);
  return (
    <Menu
      opened
      onClose={onClose}
      onChange={(open) => !open && onClose()}
      position="bottom-start"
      width={260}
      returnFocus
    >
      <Menu.Target>
        {/* It names the menu. */}
        <button type="button" tabIndex={-1} className={classes.target} style={{ left: leftPx }}>
          {t('table.column.menuOf', { column: words })}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {onSort && column.sortKey && (
          <>
            {item(t('table.column.ascending'), IconArrowUp, () => onSort(false))}
            {item(t('table.column.descending'), IconArrowDown, () => onSort(true))}
            <Menu.Divider />
          </>
        )}
        {isPinned
          ? item(t('table.column.unpin'), IconPinnedOff, arrange(pin(layout, id, null)))
          : item(t('table.column.pin'), IconPin, arrange(pin(layout, id, widthPx)))}
        {item(t('table.column.left'), IconArrowLeft, arrange(moved(layout, id, -1)), 'Shift+ArrowLeft', row[0] === id)}
        {item(
          t('table.column.right'),
          IconArrowRight,
          arrange(moved(layout, id, 1)),
          'Shift+ArrowRight',
          row.at(-1) === id,
        )}
        <Menu.Divider />
        {item(
          t('table.column.wider'),
          IconRulerMeasure,
          arrange(resized(layout, id, widthPx + 3 * STEP_PX)),
          'Ctrl+ArrowRight',
        )}
        {item(
          t('table.column.narrower'),
          IconArrowBarToLeft,
          arrange(resized(layout, id, widthPx - 3 * STEP_PX)),
          'Ctrl+ArrowLeft',
        )}
        {item(
          t('table.column.asWideAsAtFirst'),
          IconRulerMeasure,
          arrange(unsized(layout, id)),
          undefined,
          !(id in layout.widthsPx),
        )}
        <Menu.Divider />
        {item(
          t('table.column.hide'),
          IconEyeOff,
          arrange(shown(layout, id, false)),
          undefined,
          shownColumns(layout).length === 1,
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
