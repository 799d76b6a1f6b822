import { queryOptions } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListLayout } from '../../../shared/lists/layout.ts';
import { prepareUi, renderUi } from '../render-for-test.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { listColumns } from './columns.ts';
import { DataTable, type Sort } from './DataTable.tsx';

/** Ten rows and the header are in sight. */
prepareUi('en', { listHeightPx: 11 * 36 });

interface Row {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly born: string;
}

const column = listColumns<Row>();
const columns = column.columns([
  column.accessor('name', { header: 'Name', meta: { sortKey: 'name' } }),
  column.accessor('points', {
    header: 'Points',
    meta: { sortKey: 'points', align: 'end', copy: ({ points }: Row) => `${points} pt` },
  }),
  column.accessor('born', { header: 'Born', meta: { hiddenAtFirst: true } }),
]);

const asked: { offset: number; limit: number; q: string; sort: Sort }[] = [];
const opened = vi.fn<(id: string) => void>();

interface ListProps {
  readonly total: number;
  readonly fails?: boolean;
  readonly onLayout?: (layout: ListLayout | null) => void;
}

function List({ total, fails = false, onLayout }: ListProps) {
  const [layout, setLayout] = useState<ListLayout | null>(null);
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false });
  return (
    <DataTable
      label="People"
      columns={columns}
      rowId={(row) => row.id}
      sort={sort}
      onSort={setSort}
      onOpen={(row) => opened(row.id)}
      layout={{
        value: layout,
        onChange: (next) => {
          setLayout(next);
          onLayout?.(next);
        },
      }}
      search={{ value: q, asked: q, onChange: setQ, label: 'Search people' }}
      empty={<EmptyState title="Nobody yet" />}
      fetchWindow={(window) =>
        queryOptions({
          queryKey: ['people', q, sort, window],
          queryFn: () => {
            asked.push({ ...window, q, sort });
            if (fails) throw new Error('disk');
            const found = q === 'nobody' ? 0 : total;
            const rows = Array.from(
              { length: Math.max(0, Math.min(window.limit, found - window.offset)) },
              (_, step) => ({
                id: String(window.offset + step),
                name: `Person ${window.offset + step}`,
                points: 1,
                born: '2001',
              }),
            );
            return { total: found, rows };
          },
        })
      }
    />
  );
}

beforeEach(() => {
  asked.length = 0;
  opened.mockClear();
});

const marked = () => document.querySelector('[role="row"][data-marked]');
const picked = () => [...document.querySelectorAll('[role="row"][aria-selected="true"]')].map((row) => row.textContent);
const heads = () =>
  screen
    .getAllByRole('columnheader')
    .slice(1)
    .map((head) => head.textContent);
const gridWithRows = async () => {
  await screen.findByText('Person 0');
  return screen.getByRole('grid');
};

describe('the list', () => {
  it('shows its rows, says how many there are and asks for one window of them', async () => {
    renderUi(<List total={1_000_000} />);
    const grid = await gridWithRows();
    expect(grid.getAttribute('aria-rowcount')).toBe('1000001');
    expect(screen.getByText('1,000,000 rows')).toBeDefined();
    expect(asked.map(({ offset, limit }) => [offset, limit])).toEqual([[0, 100]]);
    expect(screen.getAllByRole('row').length).toBeLessThan(30);
  });

  it('means the first row by an Enter that comes before any', async () => {
    renderUi(<List total={25} />);
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
    expect(opened).not.toHaveBeenCalled();
    await waitFor(() => expect(opened).toHaveBeenCalledWith('0'));
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('moves its mark with arrows, pages, Home and End, and Enter opens', async () => {
    renderUi(<List total={50} />);
    const grid = await gridWithRows();
    const path: (string | null | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'Home']) {
      fireEvent.keyDown(grid, { key });
      path.push(marked()?.getAttribute('aria-rowindex'));
    }
    // The header is row 1.
    expect(path).toEqual(['2', '3', '2', '11', '2']);
    expect(grid.getAttribute('aria-activedescendant')).toBe(marked()?.id);
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(opened).toHaveBeenCalledWith('1');
  });

  it('asks for the last window when the mark goes to the end', async () => {
    renderUi(<List total={1_000_000} />);
    const grid = await gridWithRows();
    fireEvent.keyDown(grid, { key: 'End' });
    await waitFor(() => expect(asked.at(-1)?.offset).toBe(999_900));
    await screen.findByText('Person 999999');
  });

  it('opens the row that is clicked', async () => {
    renderUi(<List total={5} />);
    await gridWithRows();
    fireEvent.click(screen.getByText('Person 3'));
    expect(opened).toHaveBeenCalledWith('3');
  });

  it('sorts figures largest first, words from A, and says so', async () => {
    renderUi(<List total={5} />);
    await gridWithRows();
    fireEvent.click(screen.getByRole('button', { name: 'Points' }));
    await waitFor(() => expect(asked.at(-1)?.sort).toEqual({ by: 'points', descending: true }));
    expect(screen.getByRole('columnheader', { name: 'Points' }).getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending'),
    );
  });

  it('is searched with /, keeps its rows meanwhile, and says when nothing fits', async () => {
    renderUi(<List total={5} />);
    const grid = await gridWithRows();
    fireEvent.keyDown(grid, { key: '/' });
    const search = screen.getByLabelText('Search people');
    expect(document.activeElement).toBe(search);
    fireEvent.change(search, { target: { value: 'per' } });
    expect(screen.getByText('Person 0')).toBeDefined();
    await waitFor(() => expect(asked.at(-1)?.q).toBe('per'));
    fireEvent.keyDown(search, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(search);
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    fireEvent.change(search, { target: { value: 'somebody' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    await waitFor(() => expect(opened).toHaveBeenCalledWith('0'));
    fireEvent.change(search, { target: { value: 'nobody' } });
    await screen.findByText('Nothing fits this search');
  });

  it('arranges its columns by keys and by their menu, and keeps how it was left', async () => {
    const kept = vi.fn<(layout: ListLayout | null) => void>();
    renderUi(<List total={5} onLayout={kept} />);
    const grid = await gridWithRows();
    expect(heads()).toEqual(['Name', 'Points']);
    fireEvent.keyDown(grid, { key: 'ArrowUp' });
    const name = screen.getByRole('button', { name: 'Name' });
    expect(document.activeElement).toBe(name);
    fireEvent.keyDown(name, { key: 'ArrowRight', shiftKey: true });
    expect(heads()).toEqual(['Points', 'Name']);
    fireEvent.keyDown(name, { key: 'ArrowRight', ctrlKey: true });
    // jsdom lays nothing out: every element is 1000 px wide there.
    expect(kept.mock.lastCall?.[0]).toMatchObject({ order: ['points', 'name', 'born'], widthsPx: { name: 800 } });

    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true });
    expect(await screen.findByRole('menu', { name: 'Column menu: Name' })).toBeDefined();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Pin to the left' }));
    expect(heads()).toEqual(['Name', 'Points']);
    expect(kept.mock.lastCall?.[0]?.pinned).toEqual(['name']);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());

    fireEvent.keyDown(window, { key: 'c', altKey: true });
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Born' }));
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Name' }));
    expect(heads()).toEqual(['Points', 'Born']);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Reset layout' }));
    expect(heads()).toEqual(['Name', 'Points']);
    expect(kept.mock.lastCall?.[0]).toBeNull();
  });

  it('selects with Space, Shift and Ctrl+A, says how many, and lets go with Escape', async () => {
    renderUi(<List total={1_000} />);
    const grid = await gridWithRows();
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: ' ' });
    await screen.findByText('1 selected');
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    await screen.findByText('3 selected');
    expect(picked()).toEqual(['Person 01', 'Person 11', 'Person 21']);
    fireEvent.keyDown(grid, { key: 'ArrowUp', shiftKey: true });
    await screen.findByText('2 selected');
    fireEvent.click(screen.getByText('Person 5'), { ctrlKey: true });
    await screen.findByText('3 selected');
    expect(opened).not.toHaveBeenCalled();

    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
    await screen.findByText('1,000 selected');
    fireEvent.keyDown(grid, { key: ' ' });
    await screen.findByText('999 selected');
    fireEvent.keyDown(grid, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
    expect(picked()).toEqual([]);
  });

  it('selects a range over rows that were never in sight', async () => {
    renderUi(<List total={1_000} />);
    const grid = await gridWithRows();
    fireEvent.keyDown(grid, { key: 'Home' });
    fireEvent.keyDown(grid, { key: 'End', shiftKey: true });
    expect(await screen.findByText('1,000 selected')).toBeDefined();
  });

  it('copies what is selected as it is shown', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => {});
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
    renderUi(<List total={3} />);
    const grid = await gridWithRows();
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
    fireEvent.keyDown(grid, { key: 'c', ctrlKey: true });
    await waitFor(() =>
      expect(writeText).toHaveBeenCalledWith('Name\tPoints\nPerson 0\t1 pt\nPerson 1\t1 pt\nPerson 2\t1 pt'),
    );
  });

  it('says what it is for when there is nothing at all', async () => {
    renderUi(<List total={0} />);
    expect(await screen.findByText('Nobody yet')).toBeDefined();
  });

  it('offers to try again when it could not be loaded', async () => {
    renderUi(<List total={5} fails />);
    await screen.findByText('This could not be loaded');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked.length).toBe(2));
  });
});
