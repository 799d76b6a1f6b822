import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { SignedIn } from '../../../shared/contract/staff.contract.ts';
import { type ApiClient, TRPCProvider } from '../../lib/api.ts';
import { SignedInContext } from '../../lib/signed-in.ts';
import { prepareUi, renderUi } from '../render-for-test.tsx';
import { type BeginExport, ExportDialog } from './ExportDialog.tsx';

prepareUi('en');

const begin = vi.fn<BeginExport>();
const asked = vi.fn<(input: unknown) => Promise<object>>();
const client = { exports: { part: { mutate: asked } } } as unknown as ApiClient;
const shown = { label: 'People', columns: [{ id: 'name', heading: 'Name' }], sort: undefined, total: 3 };

/** The dialog is open; returns its form. */
function openDialog(): HTMLFormElement {
  renderUi(
    <TRPCProvider trpcClient={client} queryClient={new QueryClient()}>
      <SignedInContext value={{ name: 'Mei', rights: [] } as unknown as SignedIn}>
        <ExportDialog shown={shown} begin={begin} onClose={() => {}} />
      </SignedInContext>
    </TRPCProvider>,
  );
  const form = screen.getByText('3 rows', { exact: false }).closest('form');
  if (!form) throw new Error('no form');
  return form;
}

beforeEach(() => {
  begin.mockReset();
  asked.mockReset();
});

it('an export is begun once, however often Enter is pressed before it has begun', async () => {
  const { promise, resolve } = Promise.withResolvers<{ total: number }>();
  begin.mockReturnValue(promise);
  asked.mockReturnValue(new Promise(() => {}));
  const form = openDialog();
  fireEvent.submit(form);
  fireEvent.submit(form);
  expect(begin).toHaveBeenCalledTimes(1);
  resolve({ total: 3 });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  expect(begin).toHaveBeenCalledTimes(1);
});

it('why an export was not begun is said, and it can be begun again', async () => {
  begin.mockRejectedValue(new Error('disk'));
  const form = openDialog();
  fireEvent.submit(form);
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  await waitFor(() => {
    fireEvent.submit(form);
    expect(begin).toHaveBeenCalledTimes(2);
  });
});
