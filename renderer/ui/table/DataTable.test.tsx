import { queryOptions } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
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
}

const column = listColumns<Row>();
const columns = column.columns([
  column.accessor('name', { header: 'Name', meta: { sortKey: 'name' } }),
  column.accessor('points', { header: 'Points', meta: { sortKey: 'points', align: 'end' } }),
]);

const asked: { offset: number; limit: number; q: string; sort: Sort }[] = [];
const opened = vi.fn<(id: string) => void>();

function List({ total, fails = false }: { readonly total: number; readonly fails?: boolean }) {
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
      search={{ value: q, onChange: setQ, label: 'Search people' }}
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

const marked = () => document.querySelector('[role="row"][aria-selected="true"]');
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
    fireEvent.change(search, { target: { value: 'nobody' } });
    await screen.findByText('Nothing fits this search');
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
