import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { createTRPCClient } from '@trpc/client';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { TIERS } from '../../../shared/members/profile.ts';
import { goodsSchema } from '../../../shared/promotions/goods.ts';
import { TRPCProvider } from '../../lib/api.ts';
import { prepareUi, renderUi } from '../../ui/render-for-test.tsx';
import { ARG_KINDS } from './arg-kinds.ts';
import type { Definition } from './definition.ts';
import { PartFields } from './PartFields.tsx';
import { blankPart, type PartDraft, readPart } from './part-draft.ts';

prepareUi();

const place = { moneyPlaces: 2, storeId: 'S01' };
const nobody = createTRPCClient<never>({ links: [] }) as never;

/** A part that no file of the engine describes, with every kind of argument that can be asked for. */
const newcomer: Definition = {
  args: z.object({
    kind: z.literal('newcomer'),
    share: z.int().min(1).max(100),
    amount: z.int().min(1),
    reward: z.int(),
    pieces: z.int().nullable(),
    weight: z.int(),
    ranks: z.array(z.enum(TIERS)).min(1),
    shops: z.array(z.string()),
    audiences: z.array(z.string()),
    days: z.array(z.int()).min(1),
    opens: z.int(),
    closes: z.int(),
    begins: z.string().nullable(),
    birthday: z.string(),
    often: z.string(),
    which: goodsSchema,
    set: z.array(z.object({ goods: goodsSchema, pieces: z.int().min(1) })),
    one: z.string().nullable(),
    ticket: z.string().nullable(),
  }),
  fields: {
    share: 'percent',
    amount: 'money',
    reward: 'points',
    pieces: 'pieces',
    weight: 'quantity',
    ranks: 'tiers',
    shops: 'stores',
    audiences: 'audiences',
    days: 'weekdays',
    opens: 'from-minute',
    closes: 'until-minute',
    begins: 'local-time',
    birthday: 'birthday-span',
    often: 'each-or-once',
    which: 'goods',
    set: 'parts',
    one: 'product',
    ticket: 'coupon-kind',
  },
};

function Newcomer({ onDraft }: { readonly onDraft: (draft: PartDraft) => void }) {
  const [draft, setDraft] = useState(() => blankPart('newcomer', newcomer, place));
  const [queries] = useState(() => new QueryClient());
  const change = (next: PartDraft) => {
    setDraft(next);
    onDraft(next);
  };
  return (
    <TRPCProvider queryClient={queries} trpcClient={nobody}>
      <PartFields
        draft={draft}
        definition={newcomer}
        errorOf={(name) => (name === 'share' ? 'Too much.' : undefined)}
        onChange={change}
      />
    </TRPCProvider>
  );
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { exact: true }), { target: { value } });

describe('the fields of a condition that nobody has thought of yet', () => {
  it('are there for every kind of argument, and give what its schema takes', () => {
    const onDraft = vi.fn<(draft: PartDraft) => void>();
    renderUi(<Newcomer onDraft={onDraft} />);
    for (const [label, value] of [
      ['share', '15'],
      ['amount', '9.90'],
      ['reward', '200'],
      ['weight', '0.5'],
      ['opens', '18:00'],
      ['begins', '2026-03-15T08:30'],
    ] as const)
      type(label, value);
    fireEvent.click(screen.getByLabelText('Gold'));
    fireEvent.click(screen.getByLabelText('Sun'));
    expect(readPart(onDraft.mock.lastCall?.[0] as PartDraft, newcomer, place)).toEqual({
      ok: true,
      value: {
        kind: 'newcomer',
        share: 15,
        amount: 990,
        reward: 200,
        pieces: null,
        weight: 500,
        ranks: ['gold'],
        shops: ['S01'],
        audiences: [],
        days: [1, 2, 3, 4, 5, 6],
        opens: 1080,
        closes: 1440,
        begins: '2026-03-15T08:30',
        birthday: 'day',
        often: 'once',
        which: { productIds: [], categoryIds: [], exceptProductIds: [] },
        set: [{ goods: { productIds: [], categoryIds: [], exceptProductIds: [] }, pieces: 1 }],
        one: null,
        ticket: null,
      },
    });
    expect(screen.getByText('Too much.')).toBeTruthy();
  });

  it('leave out no kind that a form can ask for', () => {
    const asked = Object.entries(ARG_KINDS).flatMap(([kind, { fixed }]) => (fixed ? [] : [kind]));
    expect(new Set(Object.values(newcomer.fields))).toEqual(new Set(asked));
  });
});
